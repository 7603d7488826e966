# The dashboard as one container: non-root, state in /data, health on /_stcore/health.
#
#   DATABASE_URL   where uploads are kept      (sqlite:////data/placements.db)
#   SNAPSHOT_DIR   where snapshots are cached  (/data/snapshots)
#   SAMPLE_DATA    "off": never load the fictional consortium into an empty database (on)
#   PORT           the port to serve on        (8501)
#
# Without SIGN_IN_URL it is a local demonstration and serves its own host alone: run it with --network host. With signing
# in set up (docs/operators.md) add HOST=0.0.0.0 and publish the port to the reverse proxy.
# The digest is of the index of all platforms; look it up in your own registry when the version is raised.
FROM python:3.13.15-slim-trixie@sha256:7c61056e61ac89e852de05f3dc6fa51a6dd2181797bceed46aa725dd7cb2cd3b

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH=/app \
    HOME=/data \
    DATABASE_URL=sqlite:////data/placements.db \
    SNAPSHOT_DIR=/data/snapshots \
    SAMPLE_DATA=on \
    PORT=8501

WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --disable-pip-version-check --requirement requirements.txt
COPY . .
RUN useradd --system --uid 10001 --no-create-home placements \
    && mkdir /data \
    && chown placements:placements /data
USER 10001
VOLUME /data
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://localhost:{os.environ[\"PORT\"]}/_stcore/health')"]
CMD ["python", "-m", "dashboard"]
