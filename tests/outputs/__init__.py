"""What every output keeps to: nothing in a report is obeyed, nobody is named who must not be."""
