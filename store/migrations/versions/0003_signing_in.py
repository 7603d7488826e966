"""Who is signed in since when, and from where what was done was done."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("auditevent", sa.Column("address", sa.String(), nullable=True))
    op.create_table(
        "signin",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("is_event", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_signin"),
    )
    op.create_index("ix_signin_email", "signin", ["email"])


def downgrade() -> None:
    op.drop_table("signin")
    op.drop_column("auditevent", "address")
