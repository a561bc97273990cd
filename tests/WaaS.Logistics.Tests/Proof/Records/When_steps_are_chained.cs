using System.Text.Json;
using CsCheck;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Records;

public sealed class When_steps_are_chained : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(1));
    private readonly SigningKey key = SigningKey.Create();
    private readonly Guid job = Guid.NewGuid();

    public void Dispose() => key.Dispose();

    private List<StepRecord> Chain(int length)
    {
        List<StepRecord> records = [];
        for (var i = 0; i < length; i++) records.Add(Next(records.LastOrDefault(), i));
        return records;
    }

    private StepRecord Next(StepRecord? last, int i) =>
        StepChain.Append(last, job, StepKinds.PassStarted, JsonElement.Parse($$"""{"pass":{{i}}}"""), Noon.AddSeconds(i), key);

    private ChainCheck Verify(IReadOnlyList<StepRecord> records, ContentHash? head = null) => StepChain.Verify(records, job, key.Public, promisedHead: head);

    private static void IsBroken(ChainCheck check, ChainBreak why, int at)
    {
        Assert.False(check.Intact);
        Assert.Equal((why, at), (check.Break, check.BrokenAt));
        Assert.Null(check.Head);
    }

    [Fact]
    public void An_untouched_chain_holds_and_names_its_head()
    {
        var records = Chain(5);
        var check = Verify(records, records[^1].ComputeHash());
        Assert.True(check.Intact);
        Assert.Equal(new ChainPosition(5, records[^1].ComputeHash()), check.Head);
    }

    [Fact]
    public void It_survives_the_way_through_json()
    {
        var json = JsonSerializer.Serialize(Chain(3), StepJson.Default.IReadOnlyListStepRecord);
        Assert.True(Verify(JsonSerializer.Deserialize(json, StepJson.Default.IReadOnlyListStepRecord)!).Intact);
    }

    [Fact]
    public void It_can_be_checked_in_parts()
    {
        var records = Chain(6);
        var first = Verify(records[..4]);
        Assert.True(StepChain.Verify(records[4..], job, key.Public, first.Head).Intact);
        IsBroken(StepChain.Verify(records[5..], job, key.Public, first.Head), ChainBreak.Sequence, 0);
        IsBroken(StepChain.Verify(records[4..], job, key.Public, new ChainPosition(4, ContentHash.Of("x"u8))), ChainBreak.Link, 0);
    }

    [Fact]
    public void No_record_is_no_chain() => IsBroken(Verify([]), ChainBreak.Empty, 0);

    [Fact]
    public void The_place_of_any_change_is_named() => Check.Sample(Gen.Int[0, 5].SelectMany(at => Gen.Int[0, 5].Select(how => (at, how))), change =>
    {
        var (at, how) = change;
        var records = Chain(6);
        var body = records[at].Body;
        records[at] = how switch
        {
            0 => records[at] with { Body = body with { Time = body.Time.AddTicks(1) } },
            1 => records[at] with { Body = body with { Payload = JsonElement.Parse("{}") } },
            2 => records[at] with { Body = body with { Kind = StepKinds.Finished } },
            3 => records[at] with { Signature = records[(at + 1) % 6].Signature },
            4 => records[at] with { Body = body with { Time = body.Time.ToOffset(TimeSpan.Zero) } },
            _ => records[at] with { Signature = "" },
        };
        IsBroken(Verify(records), ChainBreak.Signature, at);
    }, iter: 60);

    [Fact]
    public void A_missing_record_is_noticed_where_it_was()
    {
        for (var at = 0; at < 5; at++)
        {
            var records = Chain(6);
            records.RemoveAt(at);
            IsBroken(Verify(records), ChainBreak.Sequence, at);
        }
    }

    [Fact]
    public void A_missing_end_is_noticed_by_the_promised_head()
    {
        var records = Chain(6);
        IsBroken(Verify(records[..5], records[^1].ComputeHash()), ChainBreak.Head, 5);
    }

    [Fact]
    public void A_record_exchanged_for_another_signed_one_breaks_the_link_after_it()
    {
        var records = Chain(4);
        records[1] = Next(records[0], 99);
        IsBroken(Verify(records), ChainBreak.Link, 2);
    }

    [Fact]
    public void Another_jobs_or_another_stations_records_are_not_this_chain()
    {
        using var stranger = SigningKey.Create();
        IsBroken(StepChain.Verify(Chain(2), Guid.NewGuid(), key.Public), ChainBreak.Job, 0);
        IsBroken(StepChain.Verify(Chain(2), job, stranger.Public), ChainBreak.Key, 0);
    }

    [Fact]
    public void A_record_of_another_format_is_refused()
    {
        var records = Chain(1);
        records[0] = records[0] with { Body = records[0].Body with { Format = "waas-step/2" } };
        IsBroken(Verify(records), ChainBreak.Format, 0);
        records[0] = records[0] with { Body = records[0].Body with { Format = StepBody.FormatId, Payload = JsonElement.Parse("""{"a":9007199254740993}""") } };
        IsBroken(Verify(records), ChainBreak.Format, 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Pass-Started")]
    [InlineData("pass started")]
    [InlineData("pass-")]
    [InlineData("pass\n")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_kind_that_is_no_name_is_refused(string kind) =>
        Assert.Throws<ArgumentException>(() => StepChain.Append(null, job, kind, JsonElement.Parse("{}"), Noon, key));

    [Fact]
    public void A_payload_that_is_no_object_or_another_job_is_refused()
    {
        Assert.Throws<ArgumentException>(() => StepChain.Append(null, job, StepKinds.Finished, JsonElement.Parse("[]"), Noon, key));
        Assert.Throws<ArgumentException>(() => StepChain.Append(Chain(1)[0], Guid.NewGuid(), StepKinds.Finished, JsonElement.Parse("{}"), Noon, key));
    }
}
