"""Parts that several props and places share."""
