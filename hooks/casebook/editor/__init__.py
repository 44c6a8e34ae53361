"""Files for editors: drafts, reports, JSON Schemas, snippets and field tables."""
