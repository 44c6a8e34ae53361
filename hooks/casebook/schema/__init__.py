"""What programs are told of the site: models, and the records made from them."""
