"""Speed, as megabytes a second and as a multiple of splitting at white space."""
