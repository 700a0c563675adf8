"""What only authors of scenarios need: checks, explanations, the schema, a starter."""
