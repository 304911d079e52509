"""newsnorm."""
