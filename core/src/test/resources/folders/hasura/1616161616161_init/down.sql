DROP TABLE "public"."author";
