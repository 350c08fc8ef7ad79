"""Tables of the brief, laid out once for every rendering; one file each."""
