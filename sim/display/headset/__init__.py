"""The display of a headset: the trainee's hands become intents, and what a screen would lay over the picture
stands in the scene."""
