"""The interface of programs as OpenAPI writes it: paths, schemas, and what they share."""
