// The page around a result.

export const page = {
  title: "Pith verifier",
  skip: "Skip to the main part",
  language: "Language",
};
