/* SPDX-FileCopyrightText: 2026 The Plenary developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "little-event.h"

#include "ply-arrange.h"
#include "ply-programme-order.h"

#include <string.h>

/* Each edit of the timetable: an edit of the little event, a function with its arguments, and what
 * is another afterwards. */

typedef struct
{
  const char *name;
  const char *edits; /* of the little event, before */
  const char *call;
  const char *expected; /* NULL: no plan */
} Case;

#define S3 "session s3 title=Three day=d1 start=660 duration=30 room=hall type=talk\n"
#define S4 "session s4 title=Four day=d1 start=690 duration=30 room=lab type=talk\n"
#define OPENING "session o title=Opening day=d1 start=480 duration=30 all_rooms=1 type=talk\n"
#define LOOSE                                                                                      \
  "session u1 title=U1 duration=30\nsession u2 title=U2 duration=20 room=lab\n"                    \
  "session u3 title=U3 duration=10 day=d1\n"
#define GALLERY "room z name=Zone\n"
#define TALKS                                                                                      \
  "talk t1 session=s1 title=A duration=10 rank=g\ntalk t2 session=s1 title=B duration=10 rank=m\n" \
  "talk t3 session=s1 title=C duration=10 rank=t\ntalk t4 session=s2 title=D duration=10 rank=m\n"

static const Case cases[] = {
  /* move SESSIONS ANCHOR DAY START ROOM [ripple] */
  { "move/time", "", "move s1 s1 d1 600 hall", "s1 d1 600+60 hall" },
  { "move/room", "", "move s1 s1 d1 540 lab", "s1 d1 540+60 lab" },
  { "move/day", "", "move s1 s1 d2 545 lab", "s1 d2 545+60 lab" },
  { "move/nowhere-else", "", "move s1 s1 d1 540 hall", NULL },
  { "move/no-such-room", "", "move s1 s1 d1 540 attic", NULL },
  { "move/no-such-day", "", "move s1 s1 d9 540 hall", NULL },
  { "move/no-such-session", "", "move x x d1 540 hall", NULL },
  { "move/anchor-is-another", "", "move s1 s2 d1 500 hall", NULL },
  { "move/named-twice", "", "move s1,s1 s1 d1 600 hall", "s1 d1 600+60 hall" },
  { "move/first-minute", "", "move s1 s1 d1 -10 hall", "s1 d1 0+60 hall" },
  { "move/last-minute", "", "move s1 s1 d1 9999 hall", "s1 d1 2100+60 hall" },
  { "move/longer-than-a-day", "session s1 duration=3000\n", "move s1 s1 d1 700 hall", NULL },
  { "move/longer-than-a-day-back", "session s1 duration=3000\n", "move s1 s1 d1 30 hall",
    "s1 d1 30+3000 hall" },
  { "move/cancelled", "session s1 state=cancelled\n", "move s1 s1 d1 600 hall",
    "s1 d1 600+60 hall" },
  { "move/to-all-rooms", "", "move s1 s1 d1 540 all", "s1 d1 540+60 all" },
  { "move/to-no-room", "", "move s1 s1 d1 540 -", "s1 d1 540+60 -" },
  { "move/from-all-rooms", "", "move pause pause d1 570 lab", "pause d1 570+60 lab" },
  { "move/in-all-rooms", "", "move pause pause d2 580 all", "pause d2 580+60 all" },
  { "move/all-rooms-and-a-room", "session pause room=hall\n", "move pause pause d1 580 all",
    "pause d1 580+60 all" },
  { "move/from-no-room", "session s1 room=\n", "move s1 s1 d1 540 lab", "s1 d1 540+60 lab" },
  { "move/room-that-is-gone", "- room hall\n", "move s1 s1 d1 600 -", "s1 d1 600+60 hall" },
  { "move/off", "", "move s1,s2 s1 - 0 -", "s1 - -+60 -; s2 - -+60 -" },

  { "group/time", "", "move s1,s2 s1 d1 570 hall", "s1 d1 570+60 hall; s2 d1 630+60 lab" },
  { "group/day", "", "move s1,s2 s2 d2 600 lab", "s1 d2 540+60 hall; s2 d2 600+60 lab" },
  { "group/first-minute", "", "move s1,s2 s2 d1 10 lab", "s1 d1 0+60 hall; s2 d1 60+60 lab" },
  { "group/last-minute", "", "move s1,s2 s1 d1 2100 hall",
    "s1 d1 2040+60 hall; s2 d1 2100+60 lab" },
  { "group/rooms", GALLERY, "move s1,s2 s1 d1 540 lab", "s1 d1 540+60 lab; s2 d1 600+60 z" },
  { "group/last-room", "", "move s1,s2 s1 d1 540 lab", NULL },
  { "group/last-day", "session s2 day=d2\n", "move s1,s2 s1 d2 550 hall",
    "s1 d1 550+60 hall; s2 d2 610+60 lab" },
  { "group/first-day", "session s2 day=d2\n", "move s1,s2 s2 d1 600 lab", NULL },
  { "group/with-all-rooms", "", "move s1,pause s1 d1 550 lab",
    "pause d1 580+60 all; s1 d1 550+60 lab" },
  { "group/anchor-in-all-rooms", "", "move s1,pause pause d1 580 all",
    "pause d1 580+60 all; s1 d1 550+60 hall" },
  { "group/to-all-rooms", "", "move s1,s2 s1 d1 540 all", "s1 d1 540+60 all; s2 d1 600+60 all" },
  { "group/to-no-room", "", "move s1,s2,pause s1 d1 540 -",
    "pause d1 570+60 -; s1 d1 540+60 -; s2 d1 600+60 -" },
  { "group/from-no-room", "session s1 room=\nsession s2 room=\n" S3, "move s1,s2,s3 s1 d1 540 lab",
    "s1 d1 540+60 lab; s2 d1 600+60 lab" },

  { "unplaced/one", LOOSE, "move u1 u1 d1 700 hall", "u1 d1 700+30 hall" },
  { "unplaced/all-rooms", LOOSE, "move u1 u1 d1 700 all", "u1 d1 700+30 all" },
  { "unplaced/no-room", LOOSE, "move u2 u2 d1 700 -", "u2 d1 700+20 -" },
  { "unplaced/row", LOOSE, "move u1,u2,u3 u1 d2 600 hall",
    "u1 d2 600+30 hall; u2 d2 630+20 hall; u3 d2 650+10 hall" },
  { "unplaced/anchor-first", LOOSE, "move u1,u2,u3 u3 d2 600 hall",
    "u1 d2 610+30 hall; u2 d2 640+20 hall; u3 d2 600+10 hall" },
  { "unplaced/row-at-the-end", LOOSE, "move u1,u2,u3 u1 d2 2150 hall",
    "u1 d2 2100+30 hall; u2 d2 2130+20 hall; u3 d2 2150+10 hall" },
  { "unplaced/placed-ones-stay", LOOSE, "move u1,s1 u1 d2 600 hall", "u1 d2 600+30 hall" },
  { "unplaced/behind-the-placed", LOOSE, "move u1,s1,u2 s1 d1 600 hall",
    "s1 d1 600+60 hall; u1 d1 660+30 hall; u2 d1 690+20 hall" },

  { "ripple/later-ones", S3 S4, "move s1 s1 d1 550 hall ripple",
    "s1 d1 550+60 hall; s3 d1 670+30 hall" },
  { "ripple/not-earlier-ones", S3 S4, "move s3 s3 d1 650 hall ripple", "s3 d1 650+30 hall" },
  { "ripple/same-start", S3 "session s3 start=540\n", "move s1 s1 d1 550 hall ripple",
    "s1 d1 550+60 hall; s3 d1 550+30 hall" },
  { "ripple/other-day-stays", S3 "session s3 day=d2\n", "move s1 s1 d1 550 hall ripple",
    "s1 d1 550+60 hall" },
  { "ripple/break-in-its-room", S3 "session s3 type=break\n", "move s1 s1 d1 550 hall ripple",
    "s1 d1 550+60 hall; s3 d1 670+30 hall" },
  { "ripple/to-another-room", S3, "move s1 s1 d1 550 lab ripple",
    "s1 d1 550+60 lab; s3 d1 670+30 lab" },
  { "ripple/to-another-day", S3, "move s1 s1 d2 540 hall ripple",
    "s1 d2 540+60 hall; s3 d2 660+30 hall" },
  { "ripple/to-all-rooms", S3, "move s1 s1 d1 550 all ripple",
    "s1 d1 550+60 all; s3 d1 670+30 hall" },
  { "ripple/stops-as-a-whole", S3 "session s3 start=2120\n", "move s1 s1 d1 600 hall ripple",
    "s1 d1 550+60 hall; s3 d1 2130+30 hall" },
  { "ripple/plenary-takes-all", OPENING S3, "move o o d1 490 all ripple",
    "o d1 490+30 all; s1 d1 550+60 hall; s2 d1 610+60 lab; s3 d1 670+30 hall" },
  { "ripple/plenary-stays", OPENING "session o start=700\n", "move s1 s1 d1 550 hall ripple",
    "s1 d1 550+60 hall" },
  { "ripple/two-leaders", S3 S4, "move s1,s2 s1 d1 550 hall ripple",
    "s1 d1 550+60 hall; s2 d1 610+60 lab; s3 d1 670+30 hall; s4 d1 700+30 lab" },
  { "ripple/no-room", "session s1 room=\n" S3 "session s3 room=\n", "move s1 s1 d1 550 - ripple",
    "s1 d1 550+60 -" },

  /* shift SESSIONS MINUTES ROOMS DAYS [ripple] */
  { "shift/time", "", "shift s1 5 0 0", "s1 d1 545+60 hall" },
  { "shift/all", "", "shift s1 -5 1 1", "s1 d2 535+60 lab" },
  { "shift/nothing", "", "shift s1 0 0 0", NULL },
  { "shift/first-room", "", "shift s1 0 -1 0", NULL },
  { "shift/last-room", "", "shift s2 0 7 0", NULL },
  { "shift/last-day", "", "shift s1 0 0 9", "s1 d2 540+60 hall" },
  { "shift/first-day", "", "shift s1 0 0 -1", NULL },
  { "shift/all-rooms-stay", "", "shift pause 0 1 0", NULL },
  { "shift/all-rooms-and-a-room", "", "shift pause,s1 0 1 0", "s1 d1 540+60 lab" },
  { "shift/out-of-no-room", "session s1 room=\n", "shift s1 0 -1 0", "s1 d1 540+60 lab" },
  { "shift/behind-no-room", "session s1 room=\n", "shift s1 0 1 0", NULL },
  { "shift/unplaced", LOOSE, "shift u1,u2,u3 5 1 1", NULL },
  { "shift/group-stops", "", "shift s1,s2 -560 0 0", "s1 d1 0+60 hall; s2 d1 60+60 lab" },
  { "shift/ripple", S3, "shift s1 15 0 0 ripple", "s1 d1 555+60 hall; s3 d1 675+30 hall" },

  /* resize SESSION START DURATION [ripple] */
  { "resize/end", "", "resize s1 540 90", "s1 d1 540+90 hall" },
  { "resize/start", "", "resize s1 530 70", "s1 d1 530+70 hall" },
  { "resize/nothing", "", "resize s1 540 60", NULL },
  { "resize/no-such", "", "resize x 540 60", NULL },
  { "resize/a-minute-at-least", "", "resize s1 540 -5", "s1 d1 540+1 hall" },
  { "resize/first-minute", "", "resize s1 -30 630", "s1 d1 0+600 hall" },
  { "resize/last-minute", "", "resize s1 540 9999", "s1 d1 540+1620 hall" },
  { "resize/past-the-last-minute", "session s1 start=2100 duration=90\n", "resize s1 2110 80",
    "s1 d1 2110+80 hall" },
  { "resize/unplaced", LOOSE, "resize u1 600 45", "u1 - -+45 -" },
  { "resize/ripple", S3 S4, "resize s1 540 80 ripple", "s1 d1 540+80 hall; s3 d1 680+30 hall" },
  { "resize/ripple-back", S3, "resize s1 540 50 ripple", "s1 d1 540+50 hall; s3 d1 650+30 hall" },
  { "resize/ripple-start", S3, "resize s1 530 70 ripple", "s1 d1 530+70 hall" },
  { "resize/ripple-stops", S3 "session s3 start=2120\n", "resize s1 540 100 ripple",
    "s1 d1 540+70 hall; s3 d1 2130+30 hall" },
  { "resize/ripple-overlapping-stays", S3 "session s3 start=590\n", "resize s1 540 80 ripple",
    "s1 d1 540+80 hall" },

  /* swap A B */
  { "swap/two", "session s2 duration=30\n", "swap s1 s2", "s1 d1 600+60 lab; s2 d1 540+30 hall" },
  { "swap/unplaced", LOOSE, "swap s1 u1", "s1 - -+60 -; u1 d1 540+30 hall" },
  { "swap/all-rooms", "", "swap s1 pause", "pause d1 540+60 hall; s1 d1 570+60 all" },
  { "swap/itself", "", "swap s1 s1", NULL },
  { "swap/no-such", "", "swap s1 x", NULL },
  { "swap/both-unplaced", "session u1 title=U duration=5\nsession u2 title=V duration=6\n",
    "swap u1 u2", NULL },

  /* unplace SESSIONS */
  { "unplace/one", "", "unplace s1", "s1 - -+60 -" },
  { "unplace/two", "", "unplace s1,pause", "pause - -+60 all; s1 - -+60 -" },
  { "unplace/unplaced", LOOSE, "unplace u1,u2", NULL },
  { "unplace/no-such", "", "unplace x", NULL },

  /* create DAY START ROOM DURATION TYPE TITLE */
  { "create/placed", "", "create d1 700 hall 20 talk Fresh", "Fresh d1 700+20 hall" },
  { "create/usual-length", "session_type talk duration=45\n", "create d1 700 hall 0 talk Fresh",
    "Fresh d1 700+45 hall" },
  { "create/half-an-hour", "", "create d1 700 all 0 - -", "New Session d1 700+30 all" },
  { "create/last-minute", "", "create d1 2159 lab 30 talk Late", "Late d1 2130+30 lab" },
  { "create/no-such-place", "", "create d9 700 attic 30 attic Lost", "Lost - -+30 -" },
  { "create/unplaced", "", "create - 0 - 30 talk Lost", "Lost - -+30 -" },

  /* duplicate SESSIONS */
  { "duplicate/behind", "session pause start=700\n", "duplicate s1", "One (copy) d1 600+60 hall" },
  { "duplicate/behind-the-break", "", "duplicate s1", "One (copy) d1 630+60 hall" },
  { "duplicate/in-the-gap", "session pause start=660\n" S3 "session s3 start=720\n", "duplicate s1",
    "One (copy) d1 600+60 hall" },
  { "duplicate/behind-the-next", "session pause start=601\n", "duplicate s1",
    "One (copy) d1 665+60 hall" },
  { "duplicate/day-is-full", "day d1 closes=660\n", "duplicate s1", "One (copy) - -+60 -" },
  { "duplicate/cancelled-is-no-hindrance", "session pause state=cancelled\n", "duplicate s1",
    "One (copy) d1 600+60 hall" },
  { "duplicate/room-is-closed",
    "session pause start=1000\navailability v room=hall day=d1 "
    "start=600 end=640 available=0\n",
    "duplicate s1", "One (copy) d1 640+60 hall" },
  { "duplicate/all-rooms", "", "duplicate pause", "Pause (copy) d1 660+60 all" },
  { "duplicate/no-room", "session s1 room=\n", "duplicate s1", "One (copy) - -+60 -" },
  { "duplicate/unplaced", LOOSE, "duplicate u1", "U1 (copy) - -+30 -" },
  { "duplicate/two-in-one-room", "session pause start=1100\n" S3, "duplicate s1,s3",
    "One (copy) d1 600+60 hall; Three (copy) d1 690+30 hall" },
  { "duplicate/two-that-meet", "session pause start=1100\n" S3 "session s3 start=600\n",
    "duplicate s1,s3", "One (copy) d1 630+60 hall; Three (copy) d1 690+30 hall" },
  { "duplicate/with-talks", "session pause start=700\n" TALKS, "duplicate s1",
    "One (copy) d1 600+60 hall: A B C" },
  { "duplicate/no-such", "", "duplicate x", NULL },

  /* paste SESSIONS DAY START ROOM [cut] */
  { "paste/one", "", "paste s1 d2 600 lab", "One (copy) d2 600+60 lab" },
  { "paste/same-place", "", "paste s1 d1 540 hall", "One (copy) d1 540+60 hall" },
  { "paste/group", GALLERY, "paste s2,s1 d2 600 lab",
    "One (copy) d2 600+60 lab; Two (copy) d2 660+60 z" },
  { "paste/unplaced", LOOSE, "paste u1,u2 d2 600 lab",
    "U1 (copy) d2 600+30 lab; U2 (copy) d2 630+20 lab" },
  { "paste/nowhere", "", "paste s1 - 0 -", "One (copy) - -+60 -" },
  { "paste/no-such", "", "paste x d1 600 lab", NULL },
  { "paste/no-such-room", "", "paste s1 d1 600 attic", NULL },
  { "paste/cut", "", "paste s1,s2 d2 600 hall cut", "s1 d2 600+60 hall; s2 d2 660+60 lab" },
  { "paste/cut-same-place", "", "paste s1,s2 d1 540 hall cut", NULL },
  { "paste/cut-no-such", "", "paste x d1 600 lab cut", NULL },

  /* frame FROM TO */
  { "frame/break", "", "frame d1 d2", "Pause d2 570+60 all; d2 480-1200" },
  { "frame/hours-there", "day d2 opens=480 closes=1200\n", "frame d1 d2", "Pause d2 570+60 all" },
  { "frame/no-hours", "", "frame d2 d1", NULL },
  { "frame/break-there",
    "day d2 opens=480 closes=1200\nsession p2 title=Coffee day=d2 start=570 duration=60 "
    "all_rooms=1 type=break\n",
    "frame d1 d2", NULL },
  { "frame/session-there",
    "day d2 opens=480 closes=1200\nsession p2 title=Talk day=d2 start=570 duration=60 "
    "all_rooms=1 type=talk\n",
    "frame d1 d2", "Pause d2 570+60 all" },
  { "frame/cancelled-break", "session pause state=cancelled\n", "frame d1 d2", "d2 480-1200" },
  { "frame/rooms",
    "- session pause\navailability v room=lab day=d1 start=600 end=700 available=0\n"
    "availability w person=ann day=d1 available=0\n",
    "frame d1 d2", "d2 480-1200; lab d2 600-700 0" },
  { "frame/rooms-there",
    "- session pause\navailability v room=lab day=d1 start=600 end=700 available=0\n"
    "availability w room=lab day=d2 start=600 end=700 available=0\n",
    "frame d1 d2", "d2 480-1200" },
  { "frame/itself", "", "frame d1 d1", NULL },
  { "frame/no-such", "", "frame d1 d9", NULL },

  /* talk TALK SESSION INDEX */
  { "talk/to-front", TALKS, "talk t3 s1 0", "s1 d1 540+60 hall: C A B" },
  { "talk/to-end", TALKS, "talk t1 s1 9", "s1 d1 540+60 hall: B C A" },
  { "talk/between", TALKS, "talk t1 s1 1", "s1 d1 540+60 hall: B A C" },
  { "talk/same", TALKS, "talk t2 s1 1", NULL },
  { "talk/same-last", TALKS, "talk t3 s1 9", NULL },
  { "talk/other-session", TALKS, "talk t2 s2 0", "s1 d1 540+60 hall: A C; s2 d1 600+60 lab: B D" },
  { "talk/other-session-behind", TALKS, "talk t2 s2 1",
    "s1 d1 540+60 hall: A C; s2 d1 600+60 lab: D B" },
  { "talk/into-an-empty-one", TALKS S3, "talk t4 s3 3", "s2 d1 600+60 lab; s3 d1 660+30 hall: D" },
  { "talk/no-ranks", TALKS "talk t1 rank=\ntalk t2 rank=\ntalk t3 rank=\n", "talk t3 s1 0",
    "s1 d1 540+60 hall: C A B" },
  { "talk/equal-ranks", TALKS "talk t1 rank=m\n", "talk t3 s1 1", "s1 d1 540+60 hall: A C B" },
  { "talk/pinned-goes-free", TALKS "talk t3 pinned=50\n", "talk t3 s1 0",
    "s1 d1 540+60 hall: C A B" },
  { "talk/pinned-stays", TALKS "talk t3 pinned=50\n", "talk t1 s1 1",
    "s1 d1 540+60 hall: B A C@50" },
  { "talk/no-such", TALKS, "talk t9 s1 0", NULL },
  { "talk/no-such-session", TALKS, "talk t1 s9 0", NULL },

  /* length TALK DURATION [ripple] */
  { "length/talk", TALKS, "length t1 15", "s1 d1 540+60 hall: A=15 B C" },
  { "length/same", TALKS, "length t1 10", NULL },
  { "length/a-minute-at-least", TALKS, "length t1 -3", "s1 d1 540+60 hall: A=1 B C" },
  { "length/no-such", TALKS, "length t9 5", NULL },
  { "length/ripple", TALKS S3, "length t1 15 ripple",
    "s1 d1 540+65 hall: A=15 B C; s3 d1 665+30 hall" },
  { "length/ripple-pinned", TALKS "talk t3 pinned=30\n", "length t1 15 ripple",
    "s1 d1 540+65 hall: A=15 B C@35" },
  { "length/ripple-pinned-before", TALKS "talk t3 pinned=0\n", "length t2 15 ripple",
    "s1 d1 540+65 hall: A B=15 C@0" },
  { "length/ripple-unplaced", TALKS "session s1 day= start=\n", "length t1 15 ripple",
    "s1 - -+65 hall: A=15 B C" },

  /* pin TALK OFFSET */
  { "pin/talk", TALKS, "pin t2 25", "s1 d1 540+60 hall: A B@25 C" },
  { "pin/before-the-session", TALKS, "pin t2 -25", "s1 d1 540+60 hall: A B@0 C" },
  { "pin/again", TALKS "talk t2 pinned=25\n", "pin t2 25", NULL },
  { "pin/off", TALKS "talk t2 pinned=25\n", "pin t2 -", "s1 d1 540+60 hall: A B C" },
  { "pin/off-again", TALKS, "pin t2 -", NULL },
};

/* Calls */

static gint64
number_of (const char *word)
{
  return strcmp (word, "-") == 0 ? PLY_UNSET : g_ascii_strtoll (word, NULL, 10);
}

static PlyPlace
place_of (char **words)
{
  return (PlyPlace) {
    .day = strcmp (words[0], "-") == 0 ? NULL : words[0],
    .start = number_of (words[1]),
    .room = strcmp (words[2], "-") == 0 || strcmp (words[2], "all") == 0 ? NULL : words[2],
    .all_rooms = strcmp (words[2], "all") == 0,
  };
}

static PlyPlan *
call_on_group (PlySnapshot *snapshot, char **words, guint n, char ***ids)
{
  g_auto (GStrv) split = g_strsplit (words[1], ",", -1);
  const char *const *sessions = (const char *const *) split;
  gboolean last =
      n > 0 && (strcmp (words[n - 1], "ripple") == 0 || strcmp (words[n - 1], "cut") == 0);
  PlyPlace place;

  if (strcmp (words[0], "unplace") == 0)
    return ply_arrange_unplace (snapshot, sessions);
  if (strcmp (words[0], "duplicate") == 0)
    return ply_arrange_duplicate (snapshot, sessions, ids);
  if (strcmp (words[0], "shift") == 0)
    return ply_arrange_shift (snapshot, sessions, number_of (words[2]), number_of (words[3]),
                              number_of (words[4]), last ? PLY_ARRANGE_RIPPLE : 0);
  if (strcmp (words[0], "paste") == 0)
    {
      place = place_of (words + 2);
      return ply_arrange_paste (snapshot, sessions, place.day != NULL ? &place : NULL, last, ids);
    }
  place = place_of (words + 3);
  return ply_arrange_move (snapshot, sessions, words[2], &place, last ? PLY_ARRANGE_RIPPLE : 0);
}

static const char *
none (const char *word)
{
  return strcmp (word, "-") == 0 ? NULL : word;
}

static PlyPlan *
call (PlySnapshot *snapshot, const char *text, char ***ids)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  PlyArrangeFlags flags = strcmp (words[n - 1], "ripple") == 0 ? PLY_ARRANGE_RIPPLE : 0;
  PlyPlace place;

  if (strcmp (words[0], "swap") == 0)
    return ply_arrange_swap (snapshot, words[1], words[2]);
  if (strcmp (words[0], "resize") == 0)
    return ply_arrange_resize (snapshot, words[1], number_of (words[2]), number_of (words[3]),
                               flags);
  if (strcmp (words[0], "frame") == 0)
    return ply_arrange_copy_frame (snapshot, words[1], words[2]);
  if (strcmp (words[0], "talk") == 0)
    return ply_arrange_move_talk (snapshot, words[1], words[2], number_of (words[3]));
  if (strcmp (words[0], "length") == 0)
    return ply_arrange_resize_talk (snapshot, words[1], number_of (words[2]), flags);
  if (strcmp (words[0], "pin") == 0)
    return ply_arrange_pin_talk (snapshot, words[1], number_of (words[2]));
  if (strcmp (words[0], "create") != 0)
    return call_on_group (snapshot, words, n, ids);
  place = place_of (words + 1);
  return ply_arrange_create (snapshot, place.day != NULL ? &place : NULL, number_of (words[4]),
                             none (words[5]), none (words[6]), NULL);
}

/* What is another */

static void
describe_talks (GString *text, PlySnapshot *before, PlySnapshot *after, const PlySession *session)
{
  GPtrArray *talks = ply_session_talks (after, session);

  for (guint i = 0; i < talks->len; i++)
    {
      const PlyTalk *talk = talks->pdata[i];
      const PlyTalk *old = ply_snapshot_lookup (before, PLY_KIND_TALK, talk->record.id);

      g_string_append_printf (text, "%s%s", i == 0 ? ": " : " ", talk->title);
      if (old != NULL && talk->duration != old->duration)
        g_string_append_printf (text, "=%d", (int) talk->duration);
      if (talk->pinned != PLY_UNSET)
        g_string_append_printf (text, "@%d", (int) talk->pinned);
    }
}

static char *
describe_session (PlySnapshot *before, PlySnapshot *after, const PlySession *session)
{
  GString *text = g_string_new (NULL);
  gboolean is_new = ply_snapshot_lookup (before, PLY_KIND_SESSION, session->record.id) == NULL;
  const char *room = session->all_rooms == 1 ? "all" : session->room;

  g_string_append (text, is_new ? session->title : session->record.id);
  g_string_append_printf (text, " %s ", session->day != NULL ? session->day : "-");
  if (session->start != PLY_UNSET)
    g_string_append_printf (text, "%d", (int) session->start);
  else
    g_string_append (text, "-");
  g_string_append_printf (text, "+%d %s", (int) session->duration, room != NULL ? room : "-");
  describe_talks (text, before, after, session);
  return g_string_free_and_steal (text);
}

static char *
describe (PlySnapshot *before, PlySnapshot *after, gconstpointer record)
{
  const PlyDay *day = record;
  const PlyAvailability *row = record;

  switch (PLY_RECORD (record)->kind)
    {
    case PLY_KIND_SESSION:
      return describe_session (before, after, record);
    case PLY_KIND_DAY:
      return g_strdup_printf ("%s %d-%d", day->record.id, (int) day->opens, (int) day->closes);
    case PLY_KIND_AVAILABILITY:
      return g_strdup_printf ("%s %s %d-%d %d", row->room, row->day, (int) row->start,
                              (int) row->end, (int) row->available);
    default:
      g_assert_not_reached ();
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
talks_differ (PlySnapshot *before, PlySnapshot *after, const PlySession *session)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);

  describe_talks (a, before, before, session);
  describe_talks (b, before, after, session);
  return strcmp (a->str, b->str) != 0;
}

static char *
differences (PlySnapshot *before, PlySnapshot *after)
{
  static const PlyKind kinds[] = { PLY_KIND_SESSION, PLY_KIND_DAY, PLY_KIND_AVAILABILITY };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < ply_snapshot_get_n (after, kinds[k]); i++)
      {
        const PlyRecord *record = ply_snapshot_get_at (after, kinds[k], i);
        const PlyRecord *old = ply_snapshot_lookup (before, kinds[k], record->id);

        if (old == NULL || !ply_record_equal (record, old)
            || (kinds[k] == PLY_KIND_SESSION
                && talks_differ (before, after, (const PlySession *) record)))
          g_ptr_array_add (texts, describe (before, after, record));
      }
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("; ", (char **) texts->pdata);
}

static void
assert_ids (PlySnapshot *after, char **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_assert_nonnull (ply_snapshot_lookup (after, PLY_KIND_SESSION, ids[i]));
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (PlySnapshot) before = little_event_edit (little_event_new (), test->edits, NULL);
  g_auto (GStrv) ids = NULL;
  g_autoptr (PlyPlan) plan = call (before, test->call, &ids);
  g_autoptr (PlySnapshot) after = NULL;
  g_autofree char *found = NULL;

  if (test->expected == NULL)
    {
      g_assert_null (plan);
      return;
    }
  g_assert_nonnull (plan);
  g_assert_cmpstr (ply_plan_get_label (plan), !=, "");
  after = ply_plan_apply (plan, before);
  found = differences (before, after);
  g_assert_cmpstr (found, ==, test->expected);
  assert_ids (after, ids);
}

/* What does not show in the table */

static void
test_labels (void)
{
  static const char *const calls[][2] = {
    { "move s1 s1 d1 600 hall", "Move Session" },
    { "move s1,s2 s1 d1 560 hall", "Move 2 Sessions" },
    { "move s1 s1 d1 560 hall ripple", "Move Session" },
    { "shift s1,s2 5 0 0", "Move 2 Sessions" },
    { "unplace s1,s2", "Unplace 2 Sessions" },
    { "duplicate s1", "Duplicate Session" },
    { "paste s1,s2 d2 600 hall", "Paste 2 Sessions" },
    { "resize s1 540 70", "Change Length" },
    { "swap s1 s2", "Swap Sessions" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), S3, NULL);
      g_auto (GStrv) ids = NULL;
      g_autoptr (PlyPlan) plan = call (snapshot, calls[i][0], &ids);

      g_assert_cmpstr (ply_plan_get_label (plan), ==, calls[i][1]);
    }
}

/* Ranks that ascend: a talk that moves is the only row that changes. */
static void
test_one_rank (void)
{
  g_autoptr (PlySnapshot) snapshot = little_event_edit (little_event_new (), TALKS, NULL);
  g_autoptr (PlyPlan) plan = ply_arrange_move_talk (snapshot, "t3", "s1", 0);

  g_assert_cmpuint (ply_plan_get_n_edits (plan), ==, 1);
}

static void
test_ids (void)
{
  static const char *const sessions[] = { "s2", "x", "s1", "s2", NULL };
  g_autoptr (PlySnapshot) before = little_event_new ();
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) cut = NULL;
  PlyPlace place = { .day = "d2", .start = 600, .room = "hall" };
  g_autoptr (PlyPlan) plan = ply_arrange_duplicate (before, sessions, &ids);
  g_autoptr (PlyPlan) moved = ply_arrange_paste (before, sessions, &place, TRUE, &cut);
  g_autoptr (PlySnapshot) after = ply_plan_apply (plan, before);
  const PlySession *copy = ply_snapshot_lookup (after, PLY_KIND_SESSION, ids[0]);

  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (copy->title, ==, "Two (copy)");
  g_assert_cmpuint (g_strv_length (cut), ==, 2);
  g_assert_cmpstr (cut[0], ==, "s2");
  g_assert_cmpstr (cut[1], ==, "s1");
}

static void
test_places (void)
{
  PlyPlace a = { .day = "d1", .start = 600, .room = "hall" };
  PlyPlace b = { .day = "d1", .start = 600, .all_rooms = TRUE };
  PlyPlace c = { .day = NULL, .start = 1 };
  PlyPlace d = { .day = NULL, .start = 2 };

  g_assert_true (ply_place_equal (&a, &a));
  g_assert_false (ply_place_equal (&a, &b));
  g_assert_true (ply_place_equal (&c, &d));
  a.room = NULL;
  g_assert_false (ply_place_equal (&a, &b));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/arrange/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/arrange/labels", test_labels);
  g_test_add_func ("/arrange/one-rank", test_one_rank);
  g_test_add_func ("/arrange/ids", test_ids);
  g_test_add_func ("/arrange/places", test_places);
  return g_test_run ();
}
