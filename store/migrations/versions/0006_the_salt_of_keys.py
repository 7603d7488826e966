"""The salt of children's keys, made at random once an installation.

Keys stand in snapshots alone, which are made again from what is loaded: with the salt, all of them at once. Going back
leaves the table where it is, which older releases do not look at: made anew, it would give every child another key.
"""

import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BYTES = 32
TABLE = "installation"


def upgrade() -> None:
    if sa.inspect(op.get_bind()).has_table(TABLE):
        return
    made = op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_installation"),
    )
    op.bulk_insert(made, [{"id": 1, "salt": secrets.token_bytes(BYTES), "made": datetime.now(UTC)}])
    if op.get_bind().dialect.name == "postgresql":  # nobody but the dashboard reads it, whatever they were granted
        op.execute(f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY")


def downgrade() -> None:
    pass
