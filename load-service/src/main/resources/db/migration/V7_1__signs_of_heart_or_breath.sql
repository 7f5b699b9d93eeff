-- Signs of heart or breath stand until the word for it, however long ago they were entered: these mornings are few.
create index wellness_of_heart_or_breath on wellness (athlete_id, day)
    where entry ->> 'symptoms' <> '[]' or entry ->> 'pain' ilike '%chest%' or entry ->> 'professionalAgreed' = 'true';
