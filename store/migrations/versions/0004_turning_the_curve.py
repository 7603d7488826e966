"""What is aimed at and done about a metric, each version of it kept; and the packs that were made."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("target", sa.Column("is_withdrawn", sa.Boolean(), nullable=False, server_default=sa.false()))
    _told("story", sa.Column("story", sa.String(), nullable=False), sa.Column("partners", sa.String(), nullable=False))
    _told(
        "action",
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("began", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["action.id"], name="fk_action_first"),
    )
    op.create_index("ix_action_first", "action", ["first"])
    _packs()


def _told(table: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("metric", sa.String(), nullable=False),
        sa.Column("borough", sa.String(), nullable=True),
        *columns,
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["borough"], ["borough.name"], name=f"fk_{table}_borough"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_metric", table, ["metric"])


def _packs() -> None:
    texts = ("version", "filename", "sha256", "format")
    op.create_table(
        "packmade",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("release", sa.String(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.PrimaryKeyConstraint("id", name="pk_packmade"),
    )
    op.create_index("ix_packmade_at", "packmade", ["at"])


def downgrade() -> None:
    for table in ("packmade", "action", "story"):
        op.drop_table(table)
    op.drop_column("target", "is_withdrawn")
