do $$
declare
    year record;
begin
    for year in select to_char(current_date, 'YYYY') as name loop
        execute format('create table %I (id bigint primary key)', 'orders_of_' || year.name);
    end loop;
end $$;
