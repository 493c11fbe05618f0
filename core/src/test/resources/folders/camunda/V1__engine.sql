create table ACT_GE_PROPERTY (
    NAME_ varchar(64),
    VALUE_ varchar(300),
    REV_ integer,
    primary key (NAME_)
);

insert into ACT_GE_PROPERTY
values ('schema.version', 'fox', 1);

create table ACT_RU_EXECUTION (
    ID_ varchar(64),
    REV_ integer,
    PARENT_ID_ varchar(64),
    IS_ACTIVE_ boolean,
    SUSPENSION_STATE_ integer,
    PRIORITY_ bigint NOT NULL DEFAULT 0,
    CREATE_TIME_ timestamp,
    BYTES_ bytea,
    DOUBLE_ double precision,
    primary key (ID_)
);
create index ACT_IDX_EXEC_PARENT on ACT_RU_EXECUTION(PARENT_ID_);
alter table ACT_RU_EXECUTION
    add constraint ACT_FK_EXE_PARENT
    foreign key (PARENT_ID_)
    references ACT_RU_EXECUTION (ID_);
alter table ACT_RU_EXECUTION
    add constraint ACT_UNIQ_EXEC
    unique(PARENT_ID_, IS_ACTIVE_);
-- index for concurrency problem - https://app.camunda.com/jira/browse/CAM-4440 --
create unique index ACT_UNIQ_LOWER on ACT_RU_EXECUTION (lower(ID_), coalesce(PARENT_ID_, ''));
