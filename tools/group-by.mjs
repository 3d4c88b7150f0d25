// Chevrotain 13 calls Object.groupBy, which Node 20 does not have yet; the same line stands in the bundles' banner.
Object.groupBy ??= (items, key) => {
  const groups = Object.create(null);
  let index = 0;
  for (const item of items) (groups[key(item, index++)] ??= []).push(item);
  return groups;
};
