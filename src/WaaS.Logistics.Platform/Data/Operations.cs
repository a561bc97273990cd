using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Data;

/// <summary>A unique index that decides a race: who loses it looks again and decides anew.</summary>
/// <param name="Columns">As SQLite names them: <c>table.column, table.column</c> with the service's prefix.</param>
public sealed record RaceIndex(string Name, string Columns);

/// <summary>Commands that come once or several times and are carried out once.</summary>
public static class Operations
{
    private const int Tries = 40;

    /// <summary>The table that remembers them; called in the service's model.</summary>
    public static void Describe(ModelBuilder model, string service) => model.Entity<Operation>(operation =>
    {
        operation.ToTable("operations");
        operation.HasKey(row => row.Sequence);
        operation.HasIndex(row => row.OpId).IsUnique().HasDatabaseName($"{service}_operation_once");
    });

    /// <summary>
    /// Carries out <paramref name="work"/> and saves it with its answer. Where somebody else was faster - a version, or one of the
    /// <paramref name="races"/> - everything is loaded and decided again, so <paramref name="work"/> must start from the database each time.
    /// </summary>
    public static async Task<TAnswer> Once<TAnswer>(
        this ServiceDb db, Guid opId, string name, object request, Func<Task<TAnswer>> work, IReadOnlyList<RaceIndex> races, CancellationToken cancel)
    {
        if (opId == Guid.Empty)
            throw RefusedException.Invalid("opId", "opId is missing: send a new GUID with each command, and the same one when it is repeated.");
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), ServiceDb.EventJson)));
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Set<Operation>().AsNoTracking().FirstOrDefaultAsync(row => row.OpId == opId, cancel) is { } known)
                return Answer<TAnswer>(known, name, fingerprint);
            try
            {
                var answer = await work();
                db.Set<Operation>().Add(new Operation { OpId = opId, Name = name, Request = fingerprint, Answer = JsonSerializer.Serialize(answer, ServiceDb.EventJson), RecordedAt = db.Now });
                await db.SaveChangesAsync(cancel);
                return answer;
            }
            catch (DbUpdateException e) when (attempt < Tries && IsRace(db, e, races))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(1, 5 + 5 * attempt), cancel);
            }
        }
    }

    private static TAnswer Answer<TAnswer>(Operation known, string name, string fingerprint) => known.Name == name && known.Request == fingerprint
        ? JsonSerializer.Deserialize<TAnswer>(known.Answer, ServiceDb.EventJson)!
        : throw new RefusedException("op-id-reused", $"The opId {known.OpId} was already used for another command ({known.Name}). Use a new one.");

    private static bool IsRace(ServiceDb db, DbUpdateException e, IReadOnlyList<RaceIndex> races)
    {
        if (e is DbUpdateConcurrencyException || Violations.IsContention(e))
            return true;
        var operations = db.Model.FindEntityType(typeof(Operation))!;
        var once = operations.GetIndexes().Single(index => index.IsUnique).GetDatabaseName()!;
        return races.Append(new RaceIndex(once, $"{operations.GetTableName()}.op_id")).Any(race => Violations.IsUnique(e, race.Name, race.Columns));
    }
}
