// Keys of the console: j and k move through lists, labels by their own key. Forms work without it.
