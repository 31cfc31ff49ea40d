"""The classroom (云课堂): lessons taken on a phone, tests before and after the training, and the credits for them."""
