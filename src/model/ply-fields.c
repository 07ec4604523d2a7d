/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ply-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One table a kind. Labels are marked for translation here and translated where they are shown. */

#define FIELD(Struct, member, label_, type_, flags_)                                               \
  { .name = #member,                                                                               \
    .label = label_,                                                                               \
    .type = PLY_FIELD_##type_,                                                                     \
    .flags = flags_,                                                                               \
    .offset = offsetof (Struct, member) }
#define TEXT(Struct, member, label_, flags_) FIELD (Struct, member, label_, TEXT, flags_)
#define REF(Struct, member, label_, target_, flags_)                                               \
  { .name = #member,                                                                               \
    .label = label_,                                                                               \
    .type = PLY_FIELD_REF,                                                                         \
    .flags = flags_,                                                                               \
    .target = PLY_KIND_##target_,                                                                  \
    .offset = offsetof (Struct, member) }
#define CHOICE(Struct, member, label_, choices_, flags_)                                           \
  { .name = #member,                                                                               \
    .label = label_,                                                                               \
    .type = PLY_FIELD_CHOICE,                                                                      \
    .flags = flags_,                                                                               \
    .choices = choices_,                                                                           \
    .offset = offsetof (Struct, member) }

#define T PLY_FIELD_TRANSLATABLE
#define R PLY_FIELD_REQUIRED
#define OWNER PLY_FIELD_OWNER

/* Choices */

static const PlyChoice institution_types[] = {
  { "ministry", N_ ("Ministry") },
  { "funding-agency", N_ ("Funding Agency") },
  { "research-organization", N_ ("Research Organization") },
  { "academy", N_ ("Academy") },
  { "university", N_ ("University") },
  { "company", N_ ("Company") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const PlyChoice roles[] = {
  { "speaker", N_ ("Speaker") },     { "chair", N_ ("Chair") },
  { "moderator", N_ ("Moderator") }, { "panellist", N_ ("Panellist") },
  { "author", N_ ("Author") },       { "interpreter", N_ ("Interpreter") },
  { "organizer", N_ ("Organizer") }, { NULL, NULL },
};

static const PlyChoice session_states[] = {
  { "confirmed", N_ ("Confirmed") },
  { "tentative", N_ ("Tentative") },
  { "cancelled", N_ ("Cancelled") },
  { NULL, NULL },
};

static const PlyChoice link_types[] = {
  { "link", N_ ("Link") },           { "attachment", N_ ("Attachment") },
  { "recording", N_ ("Recording") }, { "feedback", N_ ("Feedback") },
  { "logo", N_ ("Logo") },           { NULL, NULL },
};

static const PlyChoice rule_types[] = {
  { "before", N_ ("Before") },
  { "not-parallel", N_ ("Not at the Same Time") },
  { "same-room", N_ ("In the Same Room") },
  { "same-day", N_ ("On the Same Day") },
  /* Translators: two sessions that the same people want to attend */
  { "must-see", N_ ("Wanted by the Same Attendees") },
  { NULL, NULL },
};

static const PlyChoice severities[] = {
  /* Translators: this kind of conflict is not looked for */
  { "off", N_ ("Off") },     { "hint", N_ ("Hint") }, { "warning", N_ ("Warning") },
  { "error", N_ ("Error") }, { NULL, NULL },
};

static const PlyChoice translation_states[] = {
  { "draft", N_ ("Draft") },
  { "final", N_ ("Final") },
  { NULL, NULL },
};

/* Kinds. A field stands where its column stands: new ones come last. */

static const PlyField event_fields[] = {
  TEXT (PlyEvent, title, N_ ("Title"), T | R),
  TEXT (PlyEvent, subtitle, N_ ("Subtitle"), T),
  TEXT (PlyEvent, theme, N_ ("Theme"), T),
  FIELD (PlyEvent, organizers, N_ ("Organizers"), LONGTEXT, T),
  FIELD (PlyEvent, description, N_ ("Description"), LONGTEXT, T),
  TEXT (PlyEvent, venue, N_ ("Venue"), T),
  TEXT (PlyEvent, city, N_ ("City"), T),
  TEXT (PlyEvent, acronym, N_ ("Acronym"), 0),
  FIELD (PlyEvent, country, N_ ("Country"), COUNTRY, 0),
  FIELD (PlyEvent, url, N_ ("Website"), URL, 0),
  FIELD (PlyEvent, timezone, N_ ("Time Zone"), ZONE, R),
  FIELD (PlyEvent, base_language, N_ ("Base Language"), LANGUAGE, R),
  FIELD (PlyEvent, languages, N_ ("Languages"), LANGUAGES, R),
  FIELD (PlyEvent, notes, N_ ("Notes"), LONGTEXT, 0),
  FIELD (PlyEvent, imprint, N_ ("Imprint"), LONGTEXT, T),
  REF (PlyEvent, logo, N_ ("Logo"), ASSET, 0),
  FIELD (PlyEvent, slot_minutes, N_ ("Time Grid"), DURATION, 0),
  FIELD (PlyEvent, extra, N_ ("Further Data"), JSON, 0),
  FIELD (PlyEvent, break_least, N_ ("Shortest Break"), DURATION, 0),
  FIELD (PlyEvent, gap_most, N_ ("Longest Gap in a Room"), DURATION, 0),
  FIELD (PlyEvent, turnover_least, N_ ("Between Sessions in a Room"), DURATION, 0),
  FIELD (PlyEvent, walking, N_ ("Walk between Buildings"), DURATION, 0),
  FIELD (PlyEvent, wanted_languages, N_ ("Languages for Every Session"), LANGUAGES, 0),
};

static const PlyField day_fields[] = {
  FIELD (PlyDay, date, N_ ("Date"), DATE, R),
  TEXT (PlyDay, title, N_ ("Title"), T),
  FIELD (PlyDay, opens, N_ ("Opens"), MINUTES, 0),
  FIELD (PlyDay, closes, N_ ("Closes"), MINUTES, 0),
};

static const PlyField room_fields[] = {
  TEXT (PlyRoom, name, N_ ("Name"), T | R),
  TEXT (PlyRoom, building, N_ ("Building"), T),
  TEXT (PlyRoom, directions, N_ ("Directions"), T),
  FIELD (PlyRoom, capacity, N_ ("Capacity"), INTEGER, 0),
  TEXT (PlyRoom, equipment, N_ ("Equipment"), 0),
  FIELD (PlyRoom, notes, N_ ("Notes"), LONGTEXT, 0),
  TEXT (PlyRoom, source_id, N_ ("Imported Id"), 0),
  FIELD (PlyRoom, rank, N_ ("Order"), RANK, 0),
};

static const PlyField track_fields[] = {
  TEXT (PlyTrack, name, N_ ("Name"), T | R),
  FIELD (PlyTrack, description, N_ ("Description"), LONGTEXT, T),
  FIELD (PlyTrack, color, N_ ("Color"), COLOR, 0),
  TEXT (PlyTrack, slug, N_ ("Slug"), 0),
  FIELD (PlyTrack, rank, N_ ("Order"), RANK, 0),
};

static const PlyField session_type_fields[] = {
  TEXT (PlySessionType, name, N_ ("Name"), T | R),
  FIELD (PlySessionType, is_break, N_ ("Break"), FLAG, 0),
  FIELD (PlySessionType, wants_chair, N_ ("Wants a Chair"), FLAG, 0),
  FIELD (PlySessionType, duration, N_ ("Usual Length"), DURATION, 0),
  FIELD (PlySessionType, rank, N_ ("Order"), RANK, 0),
  FIELD (PlySessionType, wanted_languages, N_ ("Languages for Every Session"), LANGUAGES, 0),
};

static const PlyField session_fields[] = {
  TEXT (PlySession, title, N_ ("Title"), T | R),
  TEXT (PlySession, subtitle, N_ ("Subtitle"), T),
  FIELD (PlySession, abstract, N_ ("Abstract"), LONGTEXT, T),
  FIELD (PlySession, description, N_ ("Description"), LONGTEXT, T),
  TEXT (PlySession, print_notes, N_ ("Notes for Print"), T),
  REF (PlySession, day, N_ ("Day"), DAY, 0),
  FIELD (PlySession, start, N_ ("Start"), MINUTES, 0),
  FIELD (PlySession, duration, N_ ("Length"), DURATION, R),
  REF (PlySession, room, N_ ("Room"), ROOM, 0),
  FIELD (PlySession, all_rooms, N_ ("In All Rooms"), FLAG, 0),
  REF (PlySession, track, N_ ("Track"), TRACK, 0),
  REF (PlySession, type, N_ ("Type"), SESSION_TYPE, 0),
  FIELD (PlySession, language, N_ ("Language"), LANGUAGES, 0),
  FIELD (PlySession, interpretation, N_ ("Interpreted Into"), LANGUAGES, 0),
  FIELD (PlySession, audience, N_ ("Expected Audience"), INTEGER, 0),
  CHOICE (PlySession, state, N_ ("State"), session_states, 0),
  FIELD (PlySession, url, N_ ("Website"), URL, 0),
  FIELD (PlySession, notes, N_ ("Notes"), LONGTEXT, 0),
  TEXT (PlySession, source_guid, N_ ("Imported GUID"), 0),
  TEXT (PlySession, source_id, N_ ("Imported Id"), 0),
  TEXT (PlySession, slug, N_ ("Slug"), 0),
  TEXT (PlySession, code, N_ ("Code"), 0),
  FIELD (PlySession, extra, N_ ("Further Data"), JSON, 0),
};

static const PlyField talk_fields[] = {
  REF (PlyTalk, session, N_ ("Session"), SESSION, R | OWNER),
  FIELD (PlyTalk, rank, N_ ("Order"), RANK, 0),
  TEXT (PlyTalk, title, N_ ("Title"), T | R),
  TEXT (PlyTalk, subtitle, N_ ("Subtitle"), T),
  FIELD (PlyTalk, abstract, N_ ("Abstract"), LONGTEXT, T),
  FIELD (PlyTalk, description, N_ ("Description"), LONGTEXT, T),
  FIELD (PlyTalk, duration, N_ ("Length"), DURATION, R),
  FIELD (PlyTalk, pinned, N_ ("Pinned At"), DURATION, 0),
  FIELD (PlyTalk, language, N_ ("Language"), LANGUAGES, 0),
  FIELD (PlyTalk, url, N_ ("Website"), URL, 0),
  FIELD (PlyTalk, notes, N_ ("Notes"), LONGTEXT, 0),
  TEXT (PlyTalk, source_guid, N_ ("Imported GUID"), 0),
  TEXT (PlyTalk, source_id, N_ ("Imported Id"), 0),
  FIELD (PlyTalk, extra, N_ ("Further Data"), JSON, 0),
};

static const PlyField person_fields[] = {
  TEXT (PlyPerson, name, N_ ("Name"), T | R),
  TEXT (PlyPerson, given_name, N_ ("Given Name"), T),
  TEXT (PlyPerson, patronymic, N_ ("Patronymic"), T),
  TEXT (PlyPerson, family_name, N_ ("Family Name"), T),
  TEXT (PlyPerson, title, N_ ("Title"), T),
  FIELD (PlyPerson, biography, N_ ("Biography"), LONGTEXT, T),
  TEXT (PlyPerson, pronunciation, N_ ("Pronunciation"), 0),
  TEXT (PlyPerson, email, N_ ("E-Mail"), 0),
  TEXT (PlyPerson, phone, N_ ("Phone"), 0),
  FIELD (PlyPerson, url, N_ ("Website"), URL, 0),
  FIELD (PlyPerson, country, N_ ("Country"), COUNTRY, 0),
  FIELD (PlyPerson, languages, N_ ("Languages"), LANGUAGES, 0),
  REF (PlyPerson, photo, N_ ("Photo"), ASSET, 0),
  FIELD (PlyPerson, notes, N_ ("Notes"), LONGTEXT, 0),
  TEXT (PlyPerson, source_guid, N_ ("Imported GUID"), 0),
  TEXT (PlyPerson, source_id, N_ ("Imported Id"), 0),
};

static const PlyField institution_fields[] = {
  TEXT (PlyInstitution, name, N_ ("Name"), T | R),
  TEXT (PlyInstitution, abbreviation, N_ ("Abbreviation"), T),
  TEXT (PlyInstitution, city, N_ ("City"), T),
  FIELD (PlyInstitution, description, N_ ("Description"), LONGTEXT, T),
  CHOICE (PlyInstitution, type, N_ ("Type"), institution_types, 0),
  FIELD (PlyInstitution, country, N_ ("Country"), COUNTRY, 0),
  FIELD (PlyInstitution, url, N_ ("Website"), URL, 0),
  REF (PlyInstitution, logo, N_ ("Logo"), ASSET, 0),
  TEXT (PlyInstitution, ror, N_ ("ROR Id"), 0),
  FIELD (PlyInstitution, notes, N_ ("Notes"), LONGTEXT, 0),
  TEXT (PlyInstitution, source_id, N_ ("Imported Id"), 0),
};

static const PlyField affiliation_fields[] = {
  REF (PlyAffiliation, person, N_ ("Person"), PERSON, R | OWNER),
  REF (PlyAffiliation, institution, N_ ("Institution"), INSTITUTION, R | OWNER),
  TEXT (PlyAffiliation, position, N_ ("Position"), T),
  FIELD (PlyAffiliation, rank, N_ ("Order"), RANK, 0),
};

static const PlyField participation_fields[] = {
  REF (PlyParticipation, session, N_ ("Session"), SESSION, OWNER),
  REF (PlyParticipation, talk, N_ ("Talk"), TALK, OWNER),
  REF (PlyParticipation, person, N_ ("Person"), PERSON, OWNER),
  REF (PlyParticipation, institution, N_ ("Institution"), INSTITUTION, OWNER),
  CHOICE (PlyParticipation, role, N_ ("Role"), roles, R),
  TEXT (PlyParticipation, note, N_ ("Note"), T),
  FIELD (PlyParticipation, rank, N_ ("Order"), RANK, 0),
};

static const PlyField link_fields[] = {
  REF (PlyLink, session, N_ ("Session"), SESSION, OWNER),
  REF (PlyLink, talk, N_ ("Talk"), TALK, OWNER),
  REF (PlyLink, person, N_ ("Person"), PERSON, OWNER),
  REF (PlyLink, institution, N_ ("Institution"), INSTITUTION, OWNER),
  TEXT (PlyLink, title, N_ ("Title"), T),
  TEXT (PlyLink, url, N_ ("Address"), R),
  CHOICE (PlyLink, type, N_ ("Type"), link_types, R),
  FIELD (PlyLink, rank, N_ ("Order"), RANK, 0),
};

static const PlyField availability_fields[] = {
  REF (PlyAvailability, person, N_ ("Person"), PERSON, OWNER),
  REF (PlyAvailability, room, N_ ("Room"), ROOM, OWNER),
  REF (PlyAvailability, day, N_ ("Day"), DAY, R | OWNER),
  FIELD (PlyAvailability, start, N_ ("From"), MINUTES, 0),
  FIELD (PlyAvailability, end, N_ ("To"), MINUTES, 0),
  FIELD (PlyAvailability, available, N_ ("Available"), FLAG, R),
};

static const PlyField rule_fields[] = {
  CHOICE (PlyRule, type, N_ ("Type"), rule_types, R),
  REF (PlyRule, session, N_ ("Session"), SESSION, R | OWNER),
  REF (PlyRule, other, N_ ("Other Session"), SESSION, R | OWNER),
  FIELD (PlyRule, notes, N_ ("Notes"), LONGTEXT, 0),
};

static const PlyField asset_fields[] = {
  TEXT (PlyAsset, name, N_ ("Name"), R),
  TEXT (PlyAsset, alt, N_ ("Description"), T),
  TEXT (PlyAsset, media_type, N_ ("Media Type"), R),
  FIELD (PlyAsset, width, N_ ("Width"), INTEGER, R),
  FIELD (PlyAsset, height, N_ ("Height"), INTEGER, R),
  FIELD (PlyAsset, data, N_ ("Data"), BYTES, R),
};

static const PlyField translation_fields[] = {
  TEXT (PlyTranslation, owner_kind, N_ ("Kind"), R),
  FIELD (PlyTranslation, owner, N_ ("Record"), ID, R),
  TEXT (PlyTranslation, field, N_ ("Field"), R),
  FIELD (PlyTranslation, language, N_ ("Language"), LANGUAGE, R),
  FIELD (PlyTranslation, text, N_ ("Text"), LONGTEXT, R),
  FIELD (PlyTranslation, source, N_ ("Source"), LONGTEXT, 0),
  CHOICE (PlyTranslation, state, N_ ("State"), translation_states, R),
};

static const PlyField release_fields[] = {
  TEXT (PlyRelease, name, N_ ("Name"), R),
  FIELD (PlyRelease, date, N_ ("Date"), DATE, R),
  FIELD (PlyRelease, notes, N_ ("Notes"), LONGTEXT, 0),
};

static const PlyField walk_fields[] = {
  TEXT (PlyWalk, building, N_ ("Building"), R),
  TEXT (PlyWalk, other, N_ ("Other Building"), R),
  FIELD (PlyWalk, minutes, N_ ("Minutes on Foot"), DURATION, R),
};

static const PlyField conflict_setting_fields[] = {
  TEXT (PlyConflictSetting, kind, N_ ("Kind of Conflict"), R),
  CHOICE (PlyConflictSetting, severity, N_ ("Severity"), severities, R),
};

static const PlyField waiver_fields[] = {
  TEXT (PlyWaiver, kind, N_ ("Kind of Conflict"), R),
  FIELD (PlyWaiver, records, N_ ("Records"), IDS, R),
  TEXT (PlyWaiver, text, N_ ("Text"), 0),
  FIELD (PlyWaiver, note, N_ ("Note"), LONGTEXT, 0),
};

#define KIND(Struct, name_, label_, fields_)                                                       \
  { .name = name_,                                                                                 \
    .label = label_,                                                                               \
    .size = sizeof (Struct),                                                                       \
    .fields = fields_,                                                                             \
    .n_fields = G_N_ELEMENTS (fields_) }

static const PlyKindInfo kinds[PLY_N_KINDS] = {
  [PLY_KIND_EVENT] = KIND (PlyEvent, "event", N_ ("Event"), event_fields),
  [PLY_KIND_DAY] = KIND (PlyDay, "day", N_ ("Day"), day_fields),
  [PLY_KIND_ROOM] = KIND (PlyRoom, "room", N_ ("Room"), room_fields),
  [PLY_KIND_TRACK] = KIND (PlyTrack, "track", N_ ("Track"), track_fields),
  [PLY_KIND_SESSION_TYPE] =
      KIND (PlySessionType, "session_type", N_ ("Session Type"), session_type_fields),
  [PLY_KIND_SESSION] = KIND (PlySession, "session", N_ ("Session"), session_fields),
  [PLY_KIND_TALK] = KIND (PlyTalk, "talk", N_ ("Talk"), talk_fields),
  [PLY_KIND_PERSON] = KIND (PlyPerson, "person", N_ ("Person"), person_fields),
  [PLY_KIND_INSTITUTION] =
      KIND (PlyInstitution, "institution", N_ ("Institution"), institution_fields),
  [PLY_KIND_AFFILIATION] =
      KIND (PlyAffiliation, "affiliation", N_ ("Affiliation"), affiliation_fields),
  [PLY_KIND_PARTICIPATION] =
      KIND (PlyParticipation, "participation", N_ ("Participation"), participation_fields),
  [PLY_KIND_LINK] = KIND (PlyLink, "link", N_ ("Link"), link_fields),
  [PLY_KIND_AVAILABILITY] =
      KIND (PlyAvailability, "availability", N_ ("Availability"), availability_fields),
  [PLY_KIND_RULE] = KIND (PlyRule, "rule", N_ ("Scheduling Rule"), rule_fields),
  [PLY_KIND_ASSET] = KIND (PlyAsset, "asset", N_ ("Picture"), asset_fields),
  [PLY_KIND_TRANSLATION] =
      KIND (PlyTranslation, "translation", N_ ("Translation"), translation_fields),
  [PLY_KIND_RELEASE] = KIND (PlyRelease, "release", N_ ("Release"), release_fields),
  [PLY_KIND_WALK] = KIND (PlyWalk, "walk", N_ ("Walk between Buildings"), walk_fields),
  [PLY_KIND_CONFLICT_SETTING] = KIND (PlyConflictSetting, "conflict_setting",
                                      N_ ("Conflict Setting"), conflict_setting_fields),
  [PLY_KIND_WAIVER] = KIND (PlyWaiver, "waiver", N_ ("Waived Conflict"), waiver_fields),
};

const PlyKindInfo *
ply_kind_get_info (PlyKind kind)
{
  g_return_val_if_fail (kind < PLY_N_KINDS, NULL);
  return &kinds[kind];
}

PlyKind
ply_kind_from_name (const char *name)
{
  for (guint kind = 0; name != NULL && kind < PLY_N_KINDS; kind++)
    if (strcmp (kinds[kind].name, name) == 0)
      return kind;
  return PLY_N_KINDS;
}

const PlyField *
ply_field_lookup (PlyKind kind, const char *name)
{
  const PlyKindInfo *info = ply_kind_get_info (kind);

  g_return_val_if_fail (info != NULL && name != NULL, NULL);
  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (info->fields[i].name, name) == 0)
      return &info->fields[i];
  return NULL;
}

PlyValueType
ply_field_storage (const PlyField *field)
{
  switch (field->type)
    {
    case PLY_FIELD_INTEGER:
    case PLY_FIELD_FLAG:
    case PLY_FIELD_MINUTES:
    case PLY_FIELD_DURATION:
      return PLY_VALUE_INTEGER;
    case PLY_FIELD_BYTES:
      return PLY_VALUE_BYTES;
    default:
      return PLY_VALUE_TEXT;
    }
}

const PlyField *
ply_kind_title_field (PlyKind kind)
{
  const PlyField *name = ply_field_lookup (kind, "name");

  return name != NULL ? name : ply_field_lookup (kind, "title");
}
