/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"

#include "brute-force.h"

/* Each kind with what brings it about and with what comes close and does not: an edit of the little
 * event, and the conflicts of the kind that it then has. */

typedef struct
{
  const char *name;
  PlyConflictKind kind;
  const char *edits;
  const char *expected;
} Case;

#define LATE "session late title=Late day=d1 start=1380 duration=120 room=hall type=talk\n"
#define EARLY "session early title=Early day=d2 start=30 duration=60 room=hall type=talk\n"
#define THREE "session s3 title=Three day=d1 start=540 duration=60 room=lab type=talk\n"
#define RULE(type) "rule r type=" type " session=s1 other=s2\n"
#define FOUR_TALKS                                                                                 \
  "talk t1 session=s1 title=A duration=10\ntalk t2 session=s1 title=B duration=10\n"               \
  "talk t3 session=s1 title=C duration=10\ntalk t4 session=s1 title=D duration=10\n"
#define ONE_TEXT                                                                                   \
  "event e languages=en_de\n- session s2\n- session pause\n- session_type break\n"                 \
  "- session_type panel\n- session_type talk\n- room hall\n- room lab\n- institution inst\n"       \
  "- institution uni\n" TRANSLATED ("event", "e", "title")
#define TRANSLATED(kind_, id_, field_)                                                             \
  "translation x-" id_ field_ " owner_kind=" kind_ " owner=" id_ " field=" field_                  \
  " language=de text=T state=draft\n"
#define TWO_BUILDINGS                                                                              \
  "room hall building=Main_House\nroom lab building=Annexe\n"                                      \
  "participation p2 person=ann\n"
#define IN_LAB                                                                                     \
  "session s3 title=Three day=d1 start=660 duration=60 room=lab type=talk\n"                       \
  "participation p3 session=s3 person=bob role=speaker\n"
#define ANN_IN(talk) "participation q" talk " talk=t" talk " person=ann role=speaker\n"

static const Case cases[] = {
  { "room", PLY_CONFLICT_ROOM_OVERLAP, "session s2 room=hall start=570\n",
    "room-overlap s1 s2 hall" },
  { "room/back-to-back", PLY_CONFLICT_ROOM_OVERLAP, "session s2 room=hall\n", "" },
  { "room/other-day", PLY_CONFLICT_ROOM_OVERLAP, "session s2 room=hall start=570 day=d2\n", "" },
  { "room/cancelled", PLY_CONFLICT_ROOM_OVERLAP, "session s2 room=hall start=570 state=cancelled\n",
    "" },
  { "room/plenary", PLY_CONFLICT_ROOM_OVERLAP, "session s2 room= all_rooms=1 start=599\n",
    "room-overlap s1 s2 hall" },
  { "room/two-plenaries", PLY_CONFLICT_ROOM_OVERLAP,
    "session s1 all_rooms=1\nsession s2 all_rooms=1 start=599\n", "room-overlap s1 s2" },
  { "room/break-in-all", PLY_CONFLICT_ROOM_OVERLAP, "session pause start=540\n", "" },
  { "room/break-in-one", PLY_CONFLICT_ROOM_OVERLAP, "session pause all_rooms=0 room=hall\n",
    "room-overlap s1 pause hall" },
  { "room/no-length", PLY_CONFLICT_ROOM_OVERLAP, "session s2 room=hall start=570 duration=0\n",
    "" },
  { "room/midnight", PLY_CONFLICT_ROOM_OVERLAP, LATE EARLY, "room-overlap late early hall" },
  { "room/midnight-apart", PLY_CONFLICT_ROOM_OVERLAP, LATE EARLY "session early start=60\n", "" },
  { "room/after-midnight", PLY_CONFLICT_ROOM_OVERLAP, LATE EARLY "session late start=1470\n",
    "room-overlap early late hall" },
  { "room/midnight-plenary", PLY_CONFLICT_ROOM_OVERLAP, LATE EARLY "session late all_rooms=1\n",
    "room-overlap late early hall" },

  { "person", PLY_CONFLICT_PERSON_OVERLAP, "session s2 start=590\nparticipation p2 person=ann\n",
    "person-overlap s1 s2 ann" },
  { "person/roles", PLY_CONFLICT_PERSON_OVERLAP,
    "session s2 start=590\nparticipation p3 session=s2 person=ann role=interpreter\n"
    "participation p4 session=s2 person=ann role=chair\n",
    "person-overlap s1 s2 ann" },
  { "person/after", PLY_CONFLICT_PERSON_OVERLAP, "participation p2 person=ann\n", "" },
  { "person/cancelled", PLY_CONFLICT_PERSON_OVERLAP,
    "session s2 start=590 state=cancelled\nparticipation p2 person=ann\n", "" },
  { "person/chair-with-talk", PLY_CONFLICT_PERSON_OVERLAP,
    FOUR_TALKS ANN_IN ("1") "participation p1 role=chair\n", "" },
  { "person/talk", PLY_CONFLICT_PERSON_OVERLAP,
    FOUR_TALKS
    "- participation p1\nsession s2 start=555\nparticipation p2 person=ann\n" ANN_IN ("2"),
    "person-overlap t2 s2 ann" },
  { "person/talk-before", PLY_CONFLICT_PERSON_OVERLAP,
    FOUR_TALKS
    "- participation p1\nsession s2 start=555\nparticipation p2 person=ann\n" ANN_IN ("1"),
    "" },
  { "person/two-talks-pinned", PLY_CONFLICT_PERSON_OVERLAP,
    FOUR_TALKS "- participation p1\ntalk t4 pinned=25\n" ANN_IN ("3") ANN_IN ("4"),
    "person-overlap t3 t4 ann" },
  { "person/midnight", PLY_CONFLICT_PERSON_OVERLAP,
    LATE EARLY "participation p3 session=late person=ann role=speaker\n"
               "participation p4 session=early person=ann role=chair\n",
    "person-overlap late early ann" },

  { "absent", PLY_CONFLICT_PERSON_UNAVAILABLE,
    "availability v person=ann day=d1 start=590 end=700 available=0\n",
    "person-unavailable s1 ann" },
  { "absent/later", PLY_CONFLICT_PERSON_UNAVAILABLE,
    "availability v person=ann day=d1 start=600 available=0\n", "" },
  { "absent/whole-day", PLY_CONFLICT_PERSON_UNAVAILABLE,
    "availability v person=ann day=d1 available=0\n", "person-unavailable s1 ann" },
  { "absent/there", PLY_CONFLICT_PERSON_UNAVAILABLE,
    "availability v person=ann day=d1 start=540 end=570 available=1\n"
    "availability w person=ann day=d1 start=570 end=600 available=1\n",
    "" },
  { "absent/gap", PLY_CONFLICT_PERSON_UNAVAILABLE,
    "availability v person=ann day=d1 start=540 end=570 available=1\n"
    "availability w person=ann day=d1 start=571 end=600 available=1\n",
    "person-unavailable s1 ann" },
  { "absent/arrives-later", PLY_CONFLICT_PERSON_UNAVAILABLE,
    "availability v person=ann day=d2 available=1\n", "person-unavailable s1 ann" },
  { "absent/night", PLY_CONFLICT_PERSON_UNAVAILABLE,
    LATE "participation p3 session=late person=ann role=speaker\n"
         "availability v person=ann day=d1 available=1\n",
    "" },
  { "absent/talk", PLY_CONFLICT_PERSON_UNAVAILABLE,
    FOUR_TALKS "- participation p1\n" ANN_IN ("1")
        ANN_IN ("3") "availability v person=ann day=d1 start=560 available=0\n",
    "person-unavailable t3 ann" },

  { "closed-room", PLY_CONFLICT_ROOM_UNAVAILABLE,
    "availability v room=hall day=d1 start=0 end=541 available=0\n", "room-unavailable s1 hall" },
  { "closed-room/other", PLY_CONFLICT_ROOM_UNAVAILABLE,
    "availability v room=hall day=d1 start=0 end=540 available=0\n", "" },
  { "closed-room/open", PLY_CONFLICT_ROOM_UNAVAILABLE,
    "availability v room=hall day=d1 available=1\n", "" },
  { "closed-room/day", PLY_CONFLICT_ROOM_UNAVAILABLE,
    "availability v room=lab day=d2 available=1\n", "room-unavailable s2 lab" },

  { "hours/before", PLY_CONFLICT_OUTSIDE_HOURS, "session s1 start=479\n", "outside-hours s1 d1" },
  { "hours/after", PLY_CONFLICT_OUTSIDE_HOURS, "session s1 start=1141\n", "outside-hours s1 d1" },
  { "hours/just", PLY_CONFLICT_OUTSIDE_HOURS, "session s1 start=1140\nsession s2 start=480\n", "" },
  { "hours/none", PLY_CONFLICT_OUTSIDE_HOURS, "session s1 day=d2 start=0\n", "" },
  { "hours/changed", PLY_CONFLICT_OUTSIDE_HOURS, "day d1 opens=541\n", "outside-hours s1 d1" },

  { "overfull", PLY_CONFLICT_OVERFULL_SESSION, FOUR_TALKS "talk t4 duration=31\n",
    "overfull-session s1" },
  { "overfull/fits", PLY_CONFLICT_OVERFULL_SESSION, FOUR_TALKS "talk t4 duration=30\n", "" },
  { "overfull/pinned", PLY_CONFLICT_OVERFULL_SESSION, FOUR_TALKS "talk t4 pinned=55\n",
    "overfull-session s1" },
  { "overfull/unplaced", PLY_CONFLICT_OVERFULL_SESSION,
    FOUR_TALKS "session s1 day= start= duration=39\n", "overfull-session s1" },

  { "no-room", PLY_CONFLICT_NO_ROOM, "session s1 room=\n", "no-room s1" },
  { "no-room/all", PLY_CONFLICT_NO_ROOM, "session s1 room= all_rooms=1\n", "" },
  { "no-room/break", PLY_CONFLICT_NO_ROOM, "session pause all_rooms=0\n", "" },
  { "no-room/gone", PLY_CONFLICT_NO_ROOM, "- room hall\n", "no-room s1" },
  { "no-time/day", PLY_CONFLICT_NO_TIME, "session s1 day=\n", "no-time s1" },
  { "no-time/start", PLY_CONFLICT_NO_TIME, "session s1 start=\n", "no-time s1" },
  { "no-time/cancelled", PLY_CONFLICT_NO_TIME, "session s1 start= state=cancelled\n", "" },
  { "no-time/midnight", PLY_CONFLICT_NO_TIME, "session s1 start=0\n", "" },
  { "no-type", PLY_CONFLICT_NO_TYPE, "session s1 type=\n", "no-type s1" },
  { "no-type/there", PLY_CONFLICT_NO_TYPE, "session s1 type=panel\n", "" },

  { "no-speaker", PLY_CONFLICT_NO_SPEAKER, "- participation p1\n", "no-speaker s1" },
  { "no-speaker/chair", PLY_CONFLICT_NO_SPEAKER, "participation p1 role=chair\n", "no-speaker s1" },
  { "no-speaker/institution", PLY_CONFLICT_NO_SPEAKER, "participation p1 person= institution=uni\n",
    "" },
  { "no-speaker/break", PLY_CONFLICT_NO_SPEAKER, "session s1 type=break\n- participation p1\n",
    "" },
  { "no-speaker/talks", PLY_CONFLICT_NO_SPEAKER,
    FOUR_TALKS "- participation p1\n" ANN_IN ("1") ANN_IN ("2") ANN_IN ("4"), "no-speaker t3 s1" },
  { "no-chair", PLY_CONFLICT_NO_CHAIR, "session s1 type=panel\n", "no-chair s1" },
  { "no-chair/there", PLY_CONFLICT_NO_CHAIR,
    "session s1 type=panel\nparticipation p3 session=s1 person=bob role=chair\n", "" },
  { "no-chair/type", PLY_CONFLICT_NO_CHAIR, "session_type talk wants_chair=1\n",
    "no-chair s1; no-chair s2" },
  { "no-institution", PLY_CONFLICT_NO_INSTITUTION, "- affiliation a1\n", "no-institution ann" },
  { "no-institution/named", PLY_CONFLICT_NO_INSTITUTION,
    "- affiliation a1\nparticipation p1 institution=uni\n", "" },
  { "no-institution/chair", PLY_CONFLICT_NO_INSTITUTION,
    "- affiliation a1\nparticipation p1 role=chair\n", "" },
  { "no-institution/cancelled", PLY_CONFLICT_NO_INSTITUTION,
    "- affiliation a1\nsession s1 state=cancelled\n", "" },

  { "capacity", PLY_CONFLICT_OVER_CAPACITY, "session s2 audience=21\n", "over-capacity s2 lab" },
  { "capacity/just", PLY_CONFLICT_OVER_CAPACITY, "session s2 audience=20\n", "" },
  { "capacity/room", PLY_CONFLICT_OVER_CAPACITY, "session s2 audience=15\nroom lab capacity=10\n",
    "over-capacity s2 lab" },
  { "capacity/unknown", PLY_CONFLICT_OVER_CAPACITY, "session s2 audience=15\nroom lab capacity=\n",
    "" },

  { "track", PLY_CONFLICT_TRACK_OVERLAP,
    "track k name=Track\nsession s1 track=k\nsession s2 track=k start=590\n",
    "track-overlap s1 s2 k" },
  { "track/after", PLY_CONFLICT_TRACK_OVERLAP,
    "track k name=Track\nsession s1 track=k\nsession s2 track=k\n", "" },
  { "track/break", PLY_CONFLICT_TRACK_OVERLAP,
    "track k name=Track\nsession s1 track=k\nsession pause track=k\n", "" },
  { "institution", PLY_CONFLICT_INSTITUTION_OVERLAP,
    "session s2 start=590\nparticipation p2 person= institution=uni\n",
    "institution-overlap s1 s2 uni" },
  { "institution/affiliation", PLY_CONFLICT_INSTITUTION_OVERLAP,
    "session s2 start=590\naffiliation a2 institution=uni\n", "institution-overlap s1 s2 uni" },
  { "institution/after", PLY_CONFLICT_INSTITUTION_OVERLAP, "affiliation a2 institution=uni\n", "" },
  { "institution/named", PLY_CONFLICT_INSTITUTION_OVERLAP,
    "session s2 start=590\naffiliation a2 institution=uni\nparticipation p2 institution=inst\n",
    "" },

  { "before", PLY_CONFLICT_ORDER_BROKEN, RULE ("before") "session s2 start=599\n",
    "order-broken s1 s2 r" },
  { "before/kept", PLY_CONFLICT_ORDER_BROKEN, RULE ("before"), "" },
  { "before/days", PLY_CONFLICT_ORDER_BROKEN, RULE ("before") "session s1 day=d2\n",
    "order-broken s1 s2 r" },
  { "before/unplaced", PLY_CONFLICT_ORDER_BROKEN, RULE ("before") "session s1 day=\n", "" },
  { "not-parallel", PLY_CONFLICT_NOT_PARALLEL, RULE ("not-parallel") "session s2 start=599\n",
    "not-parallel s1 s2 r" },
  { "not-parallel/kept", PLY_CONFLICT_NOT_PARALLEL, RULE ("not-parallel"), "" },
  { "same-room", PLY_CONFLICT_SAME_ROOM, RULE ("same-room"), "same-room s1 s2 r" },
  { "same-room/kept", PLY_CONFLICT_SAME_ROOM, RULE ("same-room") "session s2 room=hall\n", "" },
  { "same-room/plenary", PLY_CONFLICT_SAME_ROOM, RULE ("same-room") "session s2 all_rooms=1\n",
    "" },
  { "same-day", PLY_CONFLICT_SAME_DAY, RULE ("same-day") "session s2 day=d2\n",
    "same-day s1 s2 r" },
  { "same-day/kept", PLY_CONFLICT_SAME_DAY, RULE ("same-day"), "" },
  { "same-day/cancelled", PLY_CONFLICT_SAME_DAY,
    RULE ("same-day") "session s2 day=d2 state=cancelled\n", "" },

  { "must-see", PLY_CONFLICT_MUST_SEE_OVERLAP, RULE ("must-see") "session s2 start=599\n",
    "must-see-overlap s1 s2 r" },
  { "must-see/apart", PLY_CONFLICT_MUST_SEE_OVERLAP, RULE ("must-see"), "" },
  { "must-see/cancelled", PLY_CONFLICT_MUST_SEE_OVERLAP,
    RULE ("must-see") "session s2 start=599 state=cancelled\n", "" },
  { "must-see/unplaced", PLY_CONFLICT_MUST_SEE_OVERLAP, RULE ("must-see") "session s2 start=\n",
    "" },

  { "walk", PLY_CONFLICT_WALKING_TIME, TWO_BUILDINGS "event e walking=15\nsession s2 start=614\n",
    "walking-time s1 s2 ann" },
  { "walk/in-time", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS "event e walking=15\nsession s2 start=615\n", "" },
  { "walk/at-the-same-time", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS "event e walking=15\nsession s2 start=599\n", "" },
  { "walk/not-asked-for", PLY_CONFLICT_WALKING_TIME, TWO_BUILDINGS, "" },
  { "walk/one-building", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS "event e walking=15\nroom lab building=main__HOUSE\n", "" },
  { "walk/unknown-building", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS "event e walking=15\nroom lab building=\n", "" },
  { "walk/pair", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS "walk w building=Annexe other=Main_House minutes=20\nsession s2 start=619\n",
    "walking-time s1 s2 ann" },
  { "walk/pair-is-nearer", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS "event e walking=15\nwalk w building=annexe other=Main_House minutes=5\n"
                  "session s2 start=605\n",
    "" },
  { "walk/other-pair", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS "event e walking=15\nwalk w building=Annexe other=Tower minutes=5\n"
                  "session s2 start=605\n",
    "walking-time s1 s2 ann" },
  { "walk/all-rooms", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS "event e walking=15\nsession s1 all_rooms=1\n", "" },
  { "walk/over-midnight", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS "event e walking=15\nsession s1 start=1385\nsession s2 day=d2 start=10\n"
                  "participation p2 role=chair\n",
    "walking-time s1 s2 ann" },
  { "walk/something-between", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS "event e walking=15\nsession s2 start=612\nsession s3 title=Three day=d1 "
                  "start=601 duration=10 room=lab\n"
                  "participation p3 session=s3 person=ann role=speaker\n",
    "walking-time s1 s3 ann" },
  { "walk/from-a-talk", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS FOUR_TALKS "event e walking=15\n- participation p1\n" ANN_IN ("1")
        ANN_IN ("3") "session s2 start=580\n",
    "walking-time t3 s2 ann" },
  { "walk/once", PLY_CONFLICT_WALKING_TIME,
    TWO_BUILDINGS FOUR_TALKS "event e walking=35\nparticipation p1 role=chair\n" ANN_IN ("3")
        ANN_IN ("4") "talk t9 session=s2 title=Nine duration=5\n" ANN_IN ("9"),
    "walking-time s1 t9 ann" },

  { "break", PLY_CONFLICT_SHORT_BREAK, "event e break_least=61\n", "short-break pause" },
  { "break/long-enough", PLY_CONFLICT_SHORT_BREAK, "event e break_least=60\n", "" },
  { "break/only-breaks", PLY_CONFLICT_SHORT_BREAK,
    "event e break_least=60\nsession s1 duration=5\n", "" },
  { "break/unplaced", PLY_CONFLICT_SHORT_BREAK, "event e break_least=61\nsession pause start=\n",
    "short-break pause" },
  { "break/cancelled", PLY_CONFLICT_SHORT_BREAK,
    "event e break_least=61\nsession pause state=cancelled\n", "" },

  { "gap", PLY_CONFLICT_LONG_GAP, IN_LAB "event e gap_most=29\nsession s3 start=690\n",
    "long-gap s2 s3 lab" },
  { "gap/just", PLY_CONFLICT_LONG_GAP, IN_LAB "event e gap_most=30\nsession s3 start=690\n", "" },
  { "gap/not-asked-for", PLY_CONFLICT_LONG_GAP, IN_LAB "session s3 start=1100\n", "" },
  { "gap/none-longer-than-nothing", PLY_CONFLICT_LONG_GAP, IN_LAB "event e gap_most=0\n", "" },
  { "gap/break-between", PLY_CONFLICT_LONG_GAP,
    IN_LAB "event e gap_most=30\nsession s3 start=780\nsession pause start=690\n", "" },
  { "gap/after-break", PLY_CONFLICT_LONG_GAP,
    IN_LAB "event e gap_most=30\nsession s3 start=800\nsession pause start=690\n",
    "long-gap pause s3 lab" },
  { "gap/plenary-between", PLY_CONFLICT_LONG_GAP,
    IN_LAB "event e gap_most=30\nsession s3 start=780\nsession s1 all_rooms=1 start=690\n", "" },
  { "gap/before-the-first", PLY_CONFLICT_LONG_GAP,
    IN_LAB "event e gap_most=30\nsession s1 all_rooms=1 start=480\nsession pause start=1100\n",
    "" },
  { "gap/cancelled", PLY_CONFLICT_LONG_GAP,
    IN_LAB "event e gap_most=29\nsession s3 start=690 state=cancelled\n", "" },
  { "gap/other-day", PLY_CONFLICT_LONG_GAP,
    IN_LAB "event e gap_most=29\nsession s3 start=690 day=d2\n", "" },
  { "gap/other-room", PLY_CONFLICT_LONG_GAP,
    IN_LAB "event e gap_most=29\nsession s3 start=690 room=hall\n", "long-gap pause s3 hall" },
  { "gap/night", PLY_CONFLICT_LONG_GAP,
    LATE "event e gap_most=30\n" EARLY "session early start=540\n", "long-gap pause late hall" },
  { "gap/after-midnight", PLY_CONFLICT_LONG_GAP,
    LATE "event e gap_most=30\nsession s1 start=1600\n", "long-gap late s1 hall" },
  { "gap/inside-a-long-one", PLY_CONFLICT_LONG_GAP,
    IN_LAB "event e gap_most=29\nsession s2 duration=300\nsession s3 start=700 duration=10\n"
           "session s4 title=Four day=d1 start=930 duration=10 room=lab\n",
    "long-gap s2 s4 lab" },
  { "gap/no-length", PLY_CONFLICT_LONG_GAP,
    IN_LAB "event e gap_most=29\nsession s3 start=690 duration=0\n", "" },

  { "turnover", PLY_CONFLICT_SHORT_TURNOVER,
    IN_LAB "event e turnover_least=5\nsession s3 start=664", "short-turnover s2 s3 lab" },
  { "turnover/just", PLY_CONFLICT_SHORT_TURNOVER,
    IN_LAB "event e turnover_least=5\nsession s3 start=665", "" },
  { "turnover/not-asked-for", PLY_CONFLICT_SHORT_TURNOVER, IN_LAB, "" },
  { "turnover/overlap", PLY_CONFLICT_SHORT_TURNOVER,
    IN_LAB "event e turnover_least=5\nsession s3 start=659", "" },
  { "turnover/break", PLY_CONFLICT_SHORT_TURNOVER,
    IN_LAB "event e turnover_least=5\nsession s3 type=break", "" },
  { "turnover/plenary", PLY_CONFLICT_SHORT_TURNOVER,
    IN_LAB "event e turnover_least=5\nsession s3 all_rooms=1", "" },
  { "turnover/other-room", PLY_CONFLICT_SHORT_TURNOVER,
    IN_LAB "event e turnover_least=5\nsession s3 room=hall", "" },
  { "turnover/two-after-one", PLY_CONFLICT_SHORT_TURNOVER,
    IN_LAB "event e turnover_least=5\nsession s4 title=Four day=d1 start=660 duration=9 room=lab",
    "short-turnover s2 s3 lab; short-turnover s2 s4 lab" },
  { "turnover/nearest", PLY_CONFLICT_SHORT_TURNOVER,
    IN_LAB "event e turnover_least=90\nsession s2 start=500\nsession s3 start=660\n"
           "session s4 title=Four day=d1 start=565 duration=2 room=lab",
    "short-turnover s2 s4 lab" },

  { "language", PLY_CONFLICT_NO_INTERPRETATION, "event e wanted_languages=en_kk\n",
    "no-interpretation s1; no-interpretation s2" },
  { "language/not-asked-for", PLY_CONFLICT_NO_INTERPRETATION, "session s1 language=fr\n", "" },
  { "language/base", PLY_CONFLICT_NO_INTERPRETATION, "event e wanted_languages=en\n", "" },
  { "language/spoken", PLY_CONFLICT_NO_INTERPRETATION,
    "event e wanted_languages=kk\nsession s1 language=de_kk\nsession s2 language=kk-Latn\n", "" },
  { "language/interpreted", PLY_CONFLICT_NO_INTERPRETATION,
    "event e wanted_languages=en_kk\nsession s1 language=kk interpretation=de_en\n"
    "session s2 interpretation=kk\n",
    "" },
  { "language/two-missing", PLY_CONFLICT_NO_INTERPRETATION,
    "event e wanted_languages=ru_kk\nsession s1 interpretation=ru_kk\n",
    "no-interpretation s2; no-interpretation s2" },
  { "language/part-of-a-tag", PLY_CONFLICT_NO_INTERPRETATION,
    "event e wanted_languages=kk\nsession s1 language=kkj\nsession s2 language=kk\n",
    "no-interpretation s1" },
  { "language/of-type", PLY_CONFLICT_NO_INTERPRETATION,
    "event e wanted_languages=en\nsession_type talk wanted_languages=de\n"
    "session s1 language=de\nsession s2 language=en\n",
    "no-interpretation s2" },
  { "language/cancelled", PLY_CONFLICT_NO_INTERPRETATION,
    "event e wanted_languages=kk\nsession s1 state=cancelled\nsession s2 interpretation=kk\n", "" },
  { "language/unplaced", PLY_CONFLICT_NO_INTERPRETATION,
    "event e wanted_languages=kk\nsession s1 day=\nsession s2 interpretation=kk\n",
    "no-interpretation s1" },

  { "title", PLY_CONFLICT_DUPLICATE_TITLE, "session s2 title=ONE\n", "duplicate-title s1 s2" },
  { "title/three", PLY_CONFLICT_DUPLICATE_TITLE,
    THREE "session s2 title=one\nsession s3 title=One\n", "duplicate-title s1 s2 s3" },
  { "title/cyrillic", PLY_CONFLICT_DUPLICATE_TITLE,
    "session s1 title=ҒЫЛЫМ__күні\nsession s2 title=Ғылым_Күні\n", "duplicate-title s1 s2" },
  { "title/break", PLY_CONFLICT_DUPLICATE_TITLE, "session pause title=One\n", "" },
  { "title/cancelled", PLY_CONFLICT_DUPLICATE_TITLE, "session s2 title=One state=cancelled\n", "" },
  { "title/talks", PLY_CONFLICT_DUPLICATE_TITLE, FOUR_TALKS "talk t2 title=a\n",
    "duplicate-title t1 t2" },
  { "title/talk-and-session", PLY_CONFLICT_DUPLICATE_TITLE, FOUR_TALKS "talk t2 title=One\n", "" },

  { "name", PLY_CONFLICT_DUPLICATE_PERSON, "person bob name=Alder_Ann\n",
    "duplicate-person ann bob" },
  { "name/scripts", PLY_CONFLICT_DUPLICATE_PERSON,
    "person ann name=Galymzhan_Kozhakhmetov\n"
    "person bob name=Х given_name=Ғалымжан family_name=Қожахметов\n",
    "duplicate-person ann bob" },
  { "name/patronymic", PLY_CONFLICT_DUPLICATE_PERSON,
    "person ann name=Sergei_Sergeev\n"
    "person bob name=Сергеев_Сергей_Иванович given_name=Сергей family_name=Сергеев\n",
    "duplicate-person ann bob" },
  { "name/once", PLY_CONFLICT_DUPLICATE_PERSON,
    "person ann name=Ann_Alder given_name=Ann family_name=Alder\n"
    "person bob name=Dr_Ann_Alder given_name=Ann family_name=Alder\n",
    "duplicate-person ann bob" },
  { "name/german", PLY_CONFLICT_DUPLICATE_PERSON,
    "person ann name=Michail_Schukow\nperson bob name=Михаил_Жуков\n", "duplicate-person ann bob" },
  { "name/english", PLY_CONFLICT_DUPLICATE_PERSON,
    "person ann name=Shukov\nperson bob name=Жуков\n", "" },
  { "name/alike", PLY_CONFLICT_DUPLICATE_PERSON, "person bob name=Anna_Alder\n", "" },

  { "text", PLY_CONFLICT_MISSING_TRANSLATION,
    "event e languages=en_de\n- session s2\n- session pause\n- session_type break\n"
    "- session_type panel\n- session_type talk\n- room hall\n- room lab\n- institution inst\n"
    "- institution uni\n"
    "translation x owner_kind=event owner=e field=title language=de text=T state=draft\n",
    "missing-translation s1" },
  { "text/translated", PLY_CONFLICT_MISSING_TRANSLATION,
    "event e languages=en_de\n- session s2\n- session pause\n- session_type break\n"
    "- session_type panel\n- session_type talk\n- room hall\n- room lab\n- institution inst\n"
    "- institution uni\n"
    "translation x owner_kind=event owner=e field=title language=de text=T state=draft\n"
    "translation y owner_kind=session owner=s1 field=title language=de text=T state=draft\n",
    "" },
  { "text/cancelled", PLY_CONFLICT_MISSING_TRANSLATION,
    "event e languages=en_de\n- session s2\n- session pause\n- session_type break\n"
    "- session_type panel\n- session_type talk\n- room hall\n- room lab\n- institution inst\n"
    "- institution uni\nsession s1 state=cancelled\n"
    "translation x owner_kind=event owner=e field=title language=de text=T state=draft\n",
    "" },
  { "text/name-in-other-script", PLY_CONFLICT_MISSING_TRANSLATION,
    "event e languages=en_ru\n- session s1\n- session s2\n- session pause\n- session_type break\n"
    "- session_type panel\n- session_type talk\n- room hall\n- room lab\n- institution inst\n"
    "- institution uni\nperson bob name=Боб\n"
    "translation x owner_kind=event owner=e field=title language=ru text=T state=draft\n",
    "missing-translation ann" },
  { "text/note-of-cancelled", PLY_CONFLICT_MISSING_TRANSLATION,
    ONE_TEXT "session s1 state=cancelled\nparticipation p1 note=Note\n", "" },
  { "text/note", PLY_CONFLICT_MISSING_TRANSLATION,
    ONE_TEXT "participation p1 note=Note\n" TRANSLATED ("session", "s1", "title"),
    "missing-translation p1" },
  { "text/note-translated", PLY_CONFLICT_MISSING_TRANSLATION,
    ONE_TEXT "participation p1 note=Note\n" TRANSLATED ("session", "s1", "title")
        TRANSLATED ("participation", "p1", "note"),
    "" },
  { "text/note-in-talk", PLY_CONFLICT_MISSING_TRANSLATION,
    ONE_TEXT "session s1 state=cancelled\ntalk t session=s1 title=T\n"
             "participation p1 session= talk=t note=Note\n",
    "" },
  { "text/link-of-cancelled", PLY_CONFLICT_MISSING_TRANSLATION,
    ONE_TEXT "session s1 state=cancelled\nlink l session=s1 title=Slides url=x\n", "" },
  { "text/link", PLY_CONFLICT_MISSING_TRANSLATION,
    ONE_TEXT "link l session=s1 title=Slides url=x\n" TRANSLATED ("session", "s1", "title"),
    "missing-translation l" },
  { "text/link-of-person", PLY_CONFLICT_MISSING_TRANSLATION,
    ONE_TEXT "session s1 state=cancelled\nlink l person=ann title=Home url=x\n",
    "missing-translation l" },
  { "text/one-language", PLY_CONFLICT_MISSING_TRANSLATION, "", "" },

  { "one-day", PLY_CONFLICT_ONE_DAY,
    FOUR_TALKS "- participation p1\n" ANN_IN ("1") ANN_IN ("2") ANN_IN ("3") ANN_IN ("4"),
    "one-day d1; one-day uni d1" },
  { "one-day/three", PLY_CONFLICT_ONE_DAY,
    FOUR_TALKS "- participation p1\n" ANN_IN ("1") ANN_IN ("2") ANN_IN ("3"), "" },
  { "one-day/other", PLY_CONFLICT_ONE_DAY,
    FOUR_TALKS "- participation p1\n" ANN_IN ("1") ANN_IN ("2") ANN_IN ("3")
        ANN_IN ("4") "participation p2 person=ann\nsession s2 day=d2\n",
    "" },
  { "one-day/event-of-one", PLY_CONFLICT_ONE_DAY,
    FOUR_TALKS "- day d2\n- participation p1\n" ANN_IN ("1") ANN_IN ("2") ANN_IN ("3") ANN_IN ("4"),
    "" },
};

static void
assert_brute_force (PlyConflicts *conflicts, const PlySnapshot *snapshot)
{
  g_autofree char *found = brute_force_describe_found (conflicts);
  g_autofree char *expected = brute_force_describe (snapshot);

  g_assert_cmpstr (found, ==, expected);
}

/* Fresh, and by an update of the event without a conflict. */
static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (PlySnapshot) before = little_event_new ();
  g_autoptr (PlyConflicts) updated = ply_conflicts_new (before);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));
  g_autoptr (PlySnapshot) after =
      little_event_edit (ply_snapshot_ref (before), self->edits, changes);
  g_autoptr (PlyConflicts) fresh = ply_conflicts_new (after);
  g_autofree char *found = little_event_describe (fresh, self->kind);
  g_autofree char *all = little_event_print (fresh);
  g_autofree char *now = NULL;

  g_assert_cmpstr (found, ==, self->expected);
  assert_brute_force (fresh, after);
  ply_conflicts_update (updated, after, (PlyChange *) changes->data, changes->len);
  now = little_event_print (updated);
  g_assert_cmpstr (now, ==, all);
}

static void
test_no_conflict (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_new ();
  g_autoptr (PlySnapshot) empty = ply_snapshot_new (NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_autoptr (PlyConflicts) of_nothing = ply_conflicts_new (empty);
  g_autofree char *found = little_event_print (conflicts);

  g_assert_cmpstr (found, ==, "");
  g_assert_cmpuint (ply_conflicts_get_list (of_nothing)->len, ==, 0);
}

/* A kind without a positive and a negative case fails here. */
static void
test_all_kinds (void)
{
  for (guint kind = 0; kind < PLY_N_CONFLICT_KINDS; kind++)
    {
      const PlyConflictKindInfo *info = ply_conflict_kind_get_info (kind);
      guint found = 0, none = 0;

      g_assert_nonnull (info->name);
      g_assert_nonnull (info->label);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        if (cases[i].kind == kind)
          *(*cases[i].expected != '\0' ? &found : &none) += 1;
      if (found == 0 || none == 0)
        g_error ("%s has no case", info->name);
    }
}

static void
test_larger_room (void)
{
  g_autoptr (PlySnapshot) snapshot =
      little_event_edit (little_event_new (), "session s2 audience=60\n", NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  GPtrArray *list = ply_conflicts_get_list (conflicts);
  g_autofree char *free_hall = ply_conflicts_dup_message (conflicts, list->pdata[0]);
  g_autofree char *no_room = NULL;
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PlyChange));

  g_assert_cmpstr (free_hall, ==,
                   "“Two” expects 60 people; Lab has 20 seats. Free at that time: Hall with 100.");
  snapshot = little_event_edit (g_steal_pointer (&snapshot), "session s1 start=560\n", changes);
  ply_conflicts_update (conflicts, snapshot, (PlyChange *) changes->data, changes->len);
  no_room = ply_conflicts_dup_message (conflicts, ply_conflicts_get_list (conflicts)->pdata[0]);
  g_assert_nonnull (g_strrstr (no_room, "No larger room is free"));
}

static void
test_order_and_counts (void)
{
  g_autoptr (PlySnapshot) snapshot =
      little_event_edit (little_event_new (),
                         "session s2 start=590 room=hall type=\nparticipation p2 person=ann\n"
                         "session s3 title=Three duration=10\n",
                         NULL);
  g_autoptr (PlyConflicts) conflicts = ply_conflicts_new (snapshot);
  g_autofree char *found = little_event_describe (conflicts, -1);
  g_autoptr (GPtrArray) about = ply_conflicts_dup_about (conflicts, PLY_KIND_PERSON, "ann");
  g_autoptr (GPtrArray) nobody = ply_conflicts_dup_about (conflicts, PLY_KIND_PERSON, "nobody");

  g_assert_cmpstr (found, ==,
                   "room-overlap s1 s2 hall; person-overlap s1 s2 ann; no-room s3; no-time s3; "
                   "no-speaker s3; no-type s2; institution-overlap s1 s2 uni; no-type s3");
  g_assert_cmpuint (ply_conflicts_count (conflicts, PLY_SEVERITY_ERROR), ==, 2);
  g_assert_cmpuint (ply_conflicts_count (conflicts, PLY_SEVERITY_WARNING), ==, 3);
  g_assert_cmpuint (ply_conflicts_count (conflicts, PLY_SEVERITY_HINT), ==, 3);
  g_assert_cmpuint (about->len, ==, 1);
  g_assert_cmpuint (nobody->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/kinds/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/conflicts/none", test_no_conflict);
  g_test_add_func ("/conflicts/all-kinds", test_all_kinds);
  g_test_add_func ("/conflicts/larger-room", test_larger_room);
  g_test_add_func ("/conflicts/order-and-counts", test_order_and_counts);
  return g_test_run ();
}
