INSERT INTO customer (id, name, street, iban) VALUES (880017, 'Bogumila Tannenhof', 'Am Hang 4', 'DE00000000000000880017');
INSERT INTO customer (id, name, street, iban) VALUES (880018, 'Ottokar Silberstein', 'Zeile 19', 'DE00000000000000880018');
INSERT INTO customer (id, name, street, iban) VALUES (880019, 'Evangelia Papadimos', 'Hafenweg 2', 'DE00000000000000880019');
