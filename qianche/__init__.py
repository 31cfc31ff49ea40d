"""The front door: the ``qianche`` command, and the whole van on one machine."""
