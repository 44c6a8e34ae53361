"""Pages: from a Library to every page of the site, with its address, template and values."""
