# One image for every process; compose.yml says which one runs. Not proven here: no engine runs where this was written.
FROM node:20-bookworm-slim
WORKDIR /titian
ENV NODE_ENV=production
COPY package.json package-lock.json ./
# The build needs the toolchain too; what only tests need stays out of the image's way but in its layers.
RUN npm ci --include=dev --omit=optional --ignore-scripts && npm cache clean --force
COPY . .
RUN node scripts/build.js && node scripts/build-web.js && chown -R node:node /titian
USER node
EXPOSE 3000
CMD ["node", "dist/apps/api/src/main.js"]
