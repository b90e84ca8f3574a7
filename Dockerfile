# The product for a server: no development tools, a user without rights, the record on a volume.
FROM python:3.11-slim

RUN useradd --system --uid 10001 --no-create-home teamback
WORKDIR /srv/teamback
COPY pyproject.toml README.md LICENSE streamlit_app.py ./
COPY .streamlit .streamlit
COPY data data
COPY pages pages
COPY teamback teamback
RUN python -m pip install --no-cache-dir uv \
    && uv sync --no-cache --no-dev --extra sso --extra postgres \
    && mkdir -p -m 700 data/private \
    && chown teamback data/private

USER teamback
ENV PATH="/srv/teamback/.venv/bin:$PATH" HOME=/tmp PYTHONDONTWRITEBYTECODE=1
VOLUME /srv/teamback/data/private
EXPOSE 8501
HEALTHCHECK --start-period=60s CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8501/readyz', timeout=4)"]
CMD ["teamback", "serve", "--host", "0.0.0.0", "--no-browser"]
