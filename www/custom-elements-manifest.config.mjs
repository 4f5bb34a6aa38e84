// How custom-elements.json is made from the doc-blocks of the elements: `npm run manifest`. A test holds it fresh.

/** What a site may name: the elements, without what is private to them, at the file that defines them. */
function contract() {
  return {
    name: "contract",
    packageLinkPhase({ customElementsManifest }) {
      const { modules } = customElementsManifest;
      const declarations = modules
        .flatMap(({ declarations = [] }) => declarations)
        .filter(({ customElement }) => customElement)
        .map(({ members, events, superclass, ...rest }) => ({
          ...rest,
          members: members
            .filter(({ privacy }) => privacy === undefined || privacy === "public")
            .map(({ inheritedFrom, ...member }) => member),
          events: events.filter(({ name }) => name.startsWith("pith-")),
          attributes: rest.attributes.map(({ inheritedFrom, ...attribute }) => attribute),
        }));
      const path = "pith-element.js";
      const exports = declarations.map(({ name, tagName }) => ({
        kind: "custom-element-definition",
        name: tagName,
        declaration: { name, module: path },
      }));
      customElementsManifest.modules = [{ kind: "javascript-module", path, declarations, exports }];
    },
  };
}

export default {
  globs: ["src/embed/pith-*.ts"],
  outdir: "element",
  litelement: true,
  // package.json is the page's, which is no package of elements.
  packagejson: false,
  plugins: [contract()],
};
