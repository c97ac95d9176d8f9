/**
 * The entities that each event is about, in whatever shape it notes them: the states of entities, or a code, a pin, a
 * dismissed suggestion. A subquery with the columns event_id and entity_id.
 */
export const eventMentions = `
  SELECT event.id AS event_id, part.value AS entity_id FROM event, json_each(event.before) was, json_each(json_array(
    json_extract(was.value, '$.id'), json_extract(was.value, '$.entity'), json_extract(was.value, '$.source'),
    json_extract(was.value, '$.target'))) part WHERE part.type = 'integer'
  UNION SELECT event.id, part.value FROM event, json_each(event.before) was, json_each(was.value, '$.entities') part`
