"""What head and hands mean: a visit from getting ready to the end, as panels, rays and intents. No graphics."""
