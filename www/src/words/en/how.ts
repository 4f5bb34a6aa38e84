/** How other pages call the page on how verification works. */
export const how = {
  link: "How it works",
  title: "How verification works",
};
