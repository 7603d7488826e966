"""PostgreSQL's own lock: whoever is not the dashboard sees the rows of a borough only as a member of its role.

The dashboard owns its tables and sees all of them, as it must: figures of a consortium are put together from every
borough's rows, and `Scope` and the releases decide what of them a person gets. This is the lock for everybody else who
is given an account of the database, such as an analyst: even where all rights to read are granted, a member of the role
`placements Brent` finds Brent's uploads, rows and findings, and what all boroughs share; one of no role finds nothing.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OF_UPLOADS = ("uploadtable", "uploadfindings")
MINE = """
    EXISTS (
        SELECT 1 FROM pg_roles WHERE pg_has_role(current_user, oid, 'member')
        AND CASE WHEN borough IS NULL THEN rolname LIKE 'placements %' ELSE rolname = 'placements ' || borough END
    )
"""
"""Whether the asker is a member of the role of a row's borough; of any borough's, for what all boroughs share."""


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in ("upload", *OF_UPLOADS):
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY of_own_borough ON upload FOR SELECT USING ({MINE})")
    for table in OF_UPLOADS:
        seen = f"EXISTS (SELECT 1 FROM upload WHERE upload.id = {table}.upload_id)"
        op.execute(f"CREATE POLICY of_own_borough ON {table} FOR SELECT USING ({seen})")


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in ("upload", *OF_UPLOADS):
        op.execute(f"DROP POLICY of_own_borough ON {table}")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
