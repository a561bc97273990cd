using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Custody.Data;

namespace WaaS.Logistics.Custody.SearchFacts;

/// <summary>From any identifier to what is known about it.</summary>
internal sealed class FindFacts(CustodyDb db)
{
    public const int MaxFacts = 500;

    public async Task<IReadOnlyList<FoundSubject>> Search(string text, CancellationToken cancel)
    {
        var value = FactSubject.Normalize(text);
        if (value.Length == 0)
            return [];
        return await db.Subjects.AsNoTracking().Where(subject => subject.Value == value)
            .GroupBy(subject => new { subject.Kind, subject.Value })
            .OrderBy(group => group.Key.Kind)
            .Select(group => new FoundSubject(group.Key.Kind, group.Key.Value, group.Count())).ToListAsync(cancel);
    }

    /// <summary>Newest first, all facts that name the value.</summary>
    public async Task<IReadOnlyList<Fact>> About(string kind, string text, CancellationToken cancel)
    {
        var value = FactSubject.Normalize(text);
        return await db.Facts.AsNoTracking()
            .Where(fact => fact.Subjects.Any(subject => subject.Kind == kind && subject.Value == value))
            .OrderByDescending(fact => fact.Sequence).Take(MaxFacts).ToListAsync(cancel);
    }

    /// <summary>A device's whole life in order, by its id.</summary>
    public async Task<IReadOnlyList<Fact>> LifeOf(Guid device, CancellationToken cancel)
    {
        var value = FactSubject.Normalize(device.ToString());
        return await db.Facts.AsNoTracking()
            .Where(fact => fact.Subjects.Any(subject => subject.Kind == "device" && subject.Value == value))
            .OrderBy(fact => fact.OccurredAt).ThenBy(fact => fact.Sequence).Take(MaxFacts).ToListAsync(cancel);
    }

    /// <summary>The devices whose facts name the value: a serial, a carrier, a certificate, an order.</summary>
    public async Task<IReadOnlyList<Guid>> DevicesOf(string text, CancellationToken cancel)
    {
        var value = FactSubject.Normalize(text);
        var ids = await db.Subjects.AsNoTracking().Where(subject => subject.Value == value)
            .Join(db.Subjects, subject => subject.FactSequence, other => other.FactSequence, (_, other) => other)
            .Where(other => other.Kind == "device").Select(other => other.Value).Distinct().Take(200).ToListAsync(cancel);
        return [.. ids.Select(Guid.Parse)];
    }
}

internal sealed record FoundSubject(string Kind, string Value, int Facts);
