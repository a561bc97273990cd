using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Returns.Data;

/// <summary>What the database holds by itself: an unwiped device stands in a secured place, a place keeps its kind, and a scan with its photos is never rewritten.</summary>
internal static class ReturnsRules
{
    private const string NotSecured = "an unwiped device can only stand in a secured place";
    private const string KindStays = "the kind of a place never changes";
    private const string ScansStay = "a scan is a fact: take it back by a correction";

    private const string PhotosStay = "a photo is evidence and stays as it was kept";

    public static readonly DatabaseRules All = new(
        [
            Sqlite("receipt_stands_secured", "receipts", "BEFORE INSERT", "(SELECT kind FROM returns_places WHERE id = NEW.place_id) NOT IN ('Secured', 'Quarantine')", NotSecured),
            Sqlite("receipt_stays_secured", "receipts", "BEFORE UPDATE OF place_id", "(SELECT kind FROM returns_places WHERE id = NEW.place_id) NOT IN ('Secured', 'Quarantine')", NotSecured),
            Sqlite("quarantine_in_quarantine", "quarantines", "BEFORE INSERT", "(SELECT kind FROM returns_places WHERE id = NEW.place_id) <> 'Quarantine'", NotSecured),
            Sqlite("place_keeps_kind", "places", "BEFORE UPDATE OF kind", "NEW.kind <> OLD.kind", KindStays),
            Sqlite("scan_stays", "scans", "BEFORE UPDATE", "1", ScansStay),
            Sqlite("scan_is_kept", "scans", "BEFORE DELETE", "1", ScansStay),
            Sqlite("correction_stays", "corrections", "BEFORE UPDATE", "1", ScansStay),
            Sqlite("correction_is_kept", "corrections", "BEFORE DELETE", "1", ScansStay),
            Sqlite("photo_stays", "photos", "BEFORE UPDATE", "1", PhotosStay),
            Sqlite("photo_is_kept", "photos", "BEFORE DELETE", "1", PhotosStay),
            Sqlite("photo_check_stays", "photo_checks", "BEFORE UPDATE", "1", PhotosStay),
            Sqlite("photo_check_is_kept", "photo_checks", "BEFORE DELETE", "1", PhotosStay),
        ],
        [
            Postgres("receipt_stands_secured", "receipts", "BEFORE INSERT OR UPDATE OF place_id", "(SELECT kind FROM returns.places WHERE id = NEW.place_id) NOT IN ('Secured', 'Quarantine')", NotSecured),
            Postgres("quarantine_in_quarantine", "quarantines", "BEFORE INSERT", "(SELECT kind FROM returns.places WHERE id = NEW.place_id) <> 'Quarantine'", NotSecured),
            Postgres("place_keeps_kind", "places", "BEFORE UPDATE OF kind", "NEW.kind <> OLD.kind", KindStays),
            Postgres("scan_stays", "scans", "BEFORE DELETE OR UPDATE", "true", ScansStay),
            Postgres("correction_stays", "corrections", "BEFORE DELETE OR UPDATE", "true", ScansStay),
            Postgres("photo_stays", "photos", "BEFORE DELETE OR UPDATE", "true", PhotosStay),
            Postgres("photo_check_stays", "photo_checks", "BEFORE DELETE OR UPDATE", "true", PhotosStay),
        ]);

    private static DatabaseRule Sqlite(string name, string table, string when, string refused, string words) => new(
        $"returns_{name}", $"returns_{table}",
        $"CREATE TRIGGER returns_{name} {when} ON returns_{table} WHEN {refused} BEGIN SELECT RAISE(ABORT, '{words}'); END;");

    private static DatabaseRule Postgres(string name, string table, string when, string refused, string words) => new(
        $"returns_{name}", table,
        $"""
        CREATE OR REPLACE FUNCTION returns.{name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {refused} THEN RAISE EXCEPTION '{words}'; END IF;
            RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END $$;
        CREATE TRIGGER returns_{name} {when} ON returns.{table} FOR EACH ROW EXECUTE FUNCTION returns.{name}();
        """);
}
