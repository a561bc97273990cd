using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Rules;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.UndoScan;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

/// <summary>Each rule of the database by name: whoever takes one away finds its case red.</summary>
public abstract class When_somebody_writes_past_the_desk(IStack stack) : IAsyncLifetime
{
    // PostgreSQL holds with one trigger what SQLite needs two for.
    private static readonly Dictionary<string, string> Together = new()
    {
        ["receipt_stays_secured"] = "receipt_stands_secured",
        ["scan_is_kept"] = "scan_stays",
        ["correction_is_kept"] = "correction_stays",
        ["photo_is_kept"] = "photo_stays",
        ["photo_check_is_kept"] = "photo_check_stays",
    };

    private Desk _desk = null!;
    private RuleTrial<ReturnsDb> _trial = null!;
    private RuleBook<ReturnsDb> _book = null!;
    private StorageKind _kind;

    public async ValueTask InitializeAsync()
    {
        _desk = await Desk.OpenEmpty(stack);
        _kind = await _desk.Call((Storage storage) => Task.FromResult(storage.Kind));
        _trial = new RuleTrial<ReturnsDb>("returns", work => _desk.Call(work));
        _book = new RuleBook<ReturnsDb>("returns", ReturnsRules.All, _kind, _trial, trigger => trigger["returns_".Length..]);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Every_trigger_says_no_by_its_own_words()
    {
        var (session, devices, _) = await _desk.Expect("PAST-0001", "PAST-0002");
        var received = (await _desk.Scan(session, "PAST-0001")).ScanId!.Value;
        await _desk.Scan(session, "PAST-NEVER");
        await _desk.Scan(session, "PAST-0001");
        await _desk.Call((UndoScan undo) => undo.Handle(session, new UndoScanRequest(Guid.NewGuid()), default));
        var again = (await _desk.Scan(session, "PAST-0001")).ScanId!.Value;

        await Try("receipt_stands_secured", $"INSERT INTO {{t}}receipts (id, device_id, cycle, serial, contract_id, order_id, order_number, scan_id, place_id, received_at, state, carriers_revision, count_unknown, version) "
            + $"SELECT {Id(Guid.NewGuid())}, {Id(devices[1].Id)}, cycle, serial, contract_id, order_id, order_number, scan_id, {Place("SHELF-1")}, received_at, state, carriers_revision, count_unknown, version FROM {{t}}receipts WHERE scan_id = {Id(received)}");
        await Try("receipt_stays_secured", $"UPDATE {{t}}receipts SET place_id = {Place("SHELF-1")} WHERE scan_id = {Id(received)}");
        await Try("quarantine_in_quarantine", $"INSERT INTO {{t}}quarantines (id, scan_id, order_id, order_number, serial, serial_key, maker_key, is_placeholder, outcome, reason, place_id, place, at, state, version) "
            + $"SELECT {Id(Guid.NewGuid())}, scan_id, order_id, order_number, 'OTHER', 'OTHER', maker_key, is_placeholder, outcome, reason, {Place("SEC-1")}, 'SEC-1', at, state, version FROM {{t}}quarantines WHERE serial = 'PAST-NEVER'");
        await Try("place_keeps_kind", "UPDATE {t}places SET kind = 'Secured' WHERE code = 'SHELF-1'");
        await Try("scan_stays", $"UPDATE {{t}}scans SET serial = 'OTHER' WHERE id = {Id(again)}");
        await Try("scan_is_kept", $"DELETE FROM {{t}}scans WHERE id = {Id(again)}");
        await Try("correction_stays", "UPDATE {t}corrections SET actor = 'somebody else'");
        await Try("correction_is_kept", "DELETE FROM {t}corrections");

        // The photo of one scan with its check, and of another without.
        foreach (var scan in new[] { received, again })
            await _trial.Lay($"INSERT INTO {{t}}photos (id, scan_id, sha256, content_type, bytes, width, height, codes, actor, actor_name, at) VALUES ({Id(scan)}, {Id(scan)}, 'abc', 'image/png', 1, 1, 1, '[]', 'anna', 'anna', '2026-11-02 08:00:00')");
        await _trial.Lay($"INSERT INTO {{t}}photo_checks (photo_id, outcome, codes, at) VALUES ({Id(received)}, 'Same', '[]', '2026-11-02 08:00:00')");
        await Try("photo_stays", $"UPDATE {{t}}photos SET codes = '[1]' WHERE id = {Id(again)}");
        await Try("photo_is_kept", $"DELETE FROM {{t}}photos WHERE id = {Id(again)}");
        await Try("photo_check_stays", $"UPDATE {{t}}photo_checks SET outcome = 'Different' WHERE photo_id = {Id(received)}");
        await Try("photo_check_is_kept", $"DELETE FROM {{t}}photo_checks WHERE photo_id = {Id(received)}");
        _book.RequireEveryTrigger();
    }

    private Task Try(string rule, string sql) => _book.Try(_kind == StorageKind.Postgres ? Together.GetValueOrDefault(rule, rule) : rule, sql);

    private static string Place(string code) => $"(SELECT p.id FROM {{t}}places p WHERE p.code = '{code}')";

    // EF keeps a Guid as upper-case text in SQLite.
    private static string Id(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";
}

public sealed class When_somebody_writes_past_the_desk_on_sqlite() : When_somebody_writes_past_the_desk(new EmbeddedStack());

public sealed class When_somebody_writes_past_the_desk_on_postgres(PostgresStack stack) : When_somebody_writes_past_the_desk(stack), IClassFixture<PostgresStack>;
