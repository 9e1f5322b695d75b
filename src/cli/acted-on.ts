/*
 * Files and folders that other programs act on, by their names: package managers, builds, assistants, and what is shown of
 * a repository. Whoever has one of them written decides what these do. No list of them is whole; so a run also says what
 * it wrote.
 */
const ACTED_ON: readonly RegExp[] = [
  /^(?:node_modules|bower_components|site-packages)$/,
  /^(?:package(?:-lock)?|npm-shrinkwrap|composer|bower|deno|jsr|lerna|nx|turbo|rush|project|global|vcpkg)\.json$/,
  /^(?:(?:[jt]sconfig|appsettings)(?:\..+)?|babel\.config|angular|biome|cmakepresets|manifest)\.json$/,
  /^(?:vercel|now|firebase|wrangler|renovate|devcontainer|launch|tasks|settings)\.json$/,
  /^(?:pom|build|ivy|settings|toolchains|web|beans|logback|androidmanifest|plugin)\.xml$/,
  /^(?:.+[-_.])?(?:requirements|constraints)(?:[-_.].+)?\.txt$/,
  /^(?:cmakelists|conanfile|runtime|robots|ads|llms)\.txt$/,
  /^(?:agents?|claude|gemini|skill|copilot-instructions|readme|contributing|security)(?:\..+)?\.md$/,
];

/** Whether a part of a path is one of them, whatever its capitals: some file systems do not tell them apart. */
export const isActedOn = (part: string): boolean => ACTED_ON.some(pattern => pattern.test(part.toLowerCase()));
