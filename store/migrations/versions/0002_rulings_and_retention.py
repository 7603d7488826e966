"""What people rule about the data, and until when an upload's rows are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("upload", sa.Column("keep_until", sa.Date(), nullable=True))
    op.create_table(
        "repairoff",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_repairoff"),
    )
    op.create_table(
        "providername",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_providername"),
    )


def downgrade() -> None:
    for table in ("providername", "repairoff"):
        op.drop_table(table)
    op.drop_column("upload", "keep_until")
