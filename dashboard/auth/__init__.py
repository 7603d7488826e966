"""Who is looking: signing in, sessions, roles, and what each may see and do."""
