# The packed package on Node, for a user without rights, on a file system that may be read only:
#   npm pack && docker build --tag shanxi-plan .
#   docker run --rm --read-only --network none --volume "$PWD:/work:ro" shanxi-plan check report.yaml
# A batch needs a folder for what it sets aside: --tmpfs /tmp, and a volume to write into.
ARG NODE=node:24-slim
FROM ${NODE}
ADD shanxi-plan-*.tgz /opt/shanxi-plan/
USER node
WORKDIR /work
# From its second run on the tool keeps what V8 compiled: a container would else begin with nothing each time.
RUN for each in first second; do node /opt/shanxi-plan/package/bin/shanxi-plan.js check \
  /opt/shanxi-plan/package/fixtures/shanxi --format json --exit-zero > /dev/null || exit; done
ENTRYPOINT ["node", "/opt/shanxi-plan/package/bin/shanxi-plan.js"]
CMD ["--help"]
