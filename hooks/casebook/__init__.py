"""casebook turns police case bulletins, one Markdown file a case, into a publicity site."""
