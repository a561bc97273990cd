using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Tests.Proof.Records;
using Xunit;
using static WaaS.Logistics.Tests.Proof.Evidence.Acceptable;

namespace WaaS.Logistics.Tests.Proof.Evidence;

/// <summary>Evidence nothing speaks against, and signed steps that tell it otherwise: each way in which they can differ is refused, by its own finding.</summary>
public sealed class When_steps_tell_another_story : IDisposable
{
    private readonly SigningKey _key = SigningKey.Create();

    private static readonly Dictionary<string, EvidenceDocument> Documents = new()
    {
        ["overwritten"] = Document, ["erased"] = Erased, ["marked"] = Marked, ["sampled"] = Sampled,
        ["twice"] = With(c => c with { Steps = [c.Steps[0], c.Steps[0] with { Pass = 2, KeyFingerprint = ContentHash.Of("2"u8) }, c.Steps[1] with { KeyFingerprint = ContentHash.Of("2"u8) }] }),
    };

    private static readonly Dictionary<string, Func<List<Told>, IEnumerable<Told>>> Worse = new()
    {
        // Steps that are not there.
        ["overwritten noBegin: the job was never taken"] = told => told.Skip(1),
        ["overwritten unaskedAtTheEnd: no carrier"] = told => Without(told, StepKinds.CarrierIdentified),
        ["overwritten writtenUnasked: nobody was asked"] = told => Without(told, StepKinds.HoldChecked),
        ["overwritten notTold: no begin of the pass"] = told => Without(told, StepKinds.PassStarted),
        ["overwritten notTold: no end of the pass"] = told => Without(told, StepKinds.PassEnded),
        ["overwritten otherEnd: no begin of the reading back"] = told => Without(told, StepKinds.VerifyStarted),
        ["overwritten otherEnd: no end of the reading back"] = told => Without(told, StepKinds.VerifyEnded),
        ["overwritten noEnd: not finished"] = told => told.SkipLast(1),
        ["twice notTold: one pass of two"] = told => told.Where(step => step.Facts.GetValueOrDefault("pass") != "1"),
        ["twice notTold: the passes in the other order"] = told => [.. told[..3], .. told[5..7], .. told[3..5], .. told[7..]],
        ["erased notTold: the erase was never begun"] = told => Without(told, StepKinds.EraseStarted),
        ["erased notTold: the erase never ended"] = told => Without(told, StepKinds.EraseEnded),
        ["erased notInTheEvidence: erased before it was overwritten"] = told => [.. told[..4], .. told[5..7], told[4], .. told[7..]],
        ["marked notTold: marks nobody wrote"] = told => Without(told, StepKinds.MarksStarted),

        // Steps that are in the chain and not in the evidence.
        ["overwritten notInTheEvidence: a second pass"] = told => [.. told[..5], told[3].With("pass", "2"), told[4].With("pass", "2"), .. told[5..]],
        ["overwritten notInTheEvidence: an erase"] = told => [.. told[..5], At(told[4], StepKinds.EraseStarted), .. told[5..]],
        ["overwritten otherEnd: written once more after the look"] = told => [.. told[..^1], told[3], told[^1]],
        ["overwritten otherEnd: looked at twice"] = told => [.. told[..^1], told[^3], told[^2], told[^2], told[^1]],
        ["overwritten unknownStep: a kind nobody knows"] = told => [.. told[..3], At(told[3], "drive-swapped"), .. told[3..]],

        // Another outcome.
        ["overwritten otherFact: finished and not proven"] = told => Change(told, StepKinds.Finished, "proven", "no"),
        ["overwritten otherFact: finished, and nobody says how"] = told => Change(told, StepKinds.Finished, "proven", null),
        ["overwritten failedBefore: the pass failed"] = told => Change(told, StepKinds.PassEnded, "failure", "EIO"),
        ["overwritten failedBefore: the pass does not say how it ended"] = told => Change(told, StepKinds.PassEnded, "failure", null),
        ["overwritten failedBefore: bad sectors"] = told => Change(told, StepKinds.PassEnded, "badSectors", "1"),
        ["overwritten failedBefore: bad sectors nobody counted"] = told => Change(told, StepKinds.PassEnded, "badSectors", null),
        ["overwritten failedBefore: the pass was stopped and not gone on with"] = told => Change(told, StepKinds.PassEnded, "failure", "stopped"),
        ["overwritten failedBefore: the reading back failed"] = told => Change(told, StepKinds.VerifyEnded, "failure", "EIO"),
        ["overwritten otherFact: the reading back was stopped"] = told => Change(told, StepKinds.VerifyEnded, "failure", "stopped"),
        ["erased failedBefore: the erase failed"] = told => Change(told, StepKinds.EraseEnded, "outcome", "failed"),
        ["erased failedBefore: nobody knows how the erase ended"] = told => Change(told, StepKinds.EraseEnded, "outcome", "unknown"),
        ["erased failedBefore: the erase does not say how it ended"] = told => Change(told, StepKinds.EraseEnded, "outcome", null),

        // Other counts and names.
        ["overwritten otherFact: fewer bytes written"] = told => Change(told, StepKinds.PassEnded, "acknowledgedBytes", "67108352"),
        ["overwritten otherFact: nobody says how many bytes"] = told => Change(told, StepKinds.PassEnded, "acknowledgedBytes", null),
        ["overwritten otherFact: another number of runs"] = told => Change(told, StepKinds.PassStarted, "run", "2"),
        ["overwritten otherFact: another key"] = told => Change(told, StepKinds.PassStarted, "keyFingerprint", ContentHash.Of("another"u8).ToString()),
        ["overwritten otherFact: another generator"] = told => Change(told, StepKinds.PassStarted, "algorithm", "zeros"),
        ["overwritten otherFact: fewer bytes read back"] = told => Change(told, StepKinds.VerifyEnded, "verifiedBytes", "67108352"),
        ["overwritten otherFact: sectors that differ"] = told => Change(told, StepKinds.VerifyEnded, "mismatches", "1"),
        ["overwritten otherFact: less read from the medium"] = told => Change(told, StepKinds.VerifyEnded, "mediumBytesRead", "512"),
        ["overwritten otherFact: nobody counted what the medium gave"] = told => Change(told, StepKinds.VerifyEnded, "mediumBytesRead", "not counted"),
        ["overwritten otherFact: what the medium gave is no number"] = told => Change(told, StepKinds.VerifyEnded, "mediumBytesRead", "-1"),
        ["overwritten otherFact: another size"] = told => Change(told, StepKinds.VerifyStarted, "sizeBytes", "33554432"),
        ["overwritten otherFact: another carrier"] = told => Change(told, StepKinds.CarrierIdentified, "serial", "S4EVNX0M999999"),
        ["overwritten otherFact: another slot"] = told => Change(told, StepKinds.JobClaimed, "slot", "2"),
        ["overwritten otherFact: another procedure"] = told => Change(told, StepKinds.JobClaimed, "procedure", "bsi-gs"),
        ["erased otherFact: another technique"] = told => Change(told, StepKinds.EraseStarted, "technique", "ata-security-erase"),
        ["erased otherFact: another technique ended"] = told => Change(told, StepKinds.EraseEnded, "technique", "ata-security-erase"),
        ["erased otherFact: another command"] = told => Change(told, StepKinds.EraseStarted, "command", "85"),
        ["erased otherFact: gone on with"] = told => Change(told, StepKinds.EraseStarted, "run", "2"),
        ["erased otherFact: something is still there"] = told => Change(told, StepKinds.VerifyEnded, "stillThere", "8"),
        ["erased otherFact: only samples"] = told => Change(told, StepKinds.VerifyEnded, "samples", "822"),
        ["marked otherFact: other marks"] = told => Change(told, StepKinds.MarksStarted, "seed", new string('7', 32)),
        ["marked otherFact: marks of another key"] = told => Change(told, StepKinds.MarksStarted, "keyFingerprint", ContentHash.Of("another"u8).ToString()),
        ["sampled otherFact: fewer samples"] = told => Change(told, StepKinds.VerifyEnded, "samples", "10"),
        ["sampled otherFact: another seed"] = told => Change(told, StepKinds.VerifyEnded, "seed", new string('7', 32)),
        ["sampled boundTwice: bound to another half when it was told again"] = told =>
            Again(told, StepKinds.EraseEnded, step => step.With(SeedHalves.CommitmentFact, ContentHash.Of("another"u8).ToString())),

        // Something failed before, and was tried again.
        ["overwritten failedBefore: a whole wipe that failed"] = told => [.. told[..^1], told[^1].With("proven", "no").With("failures", "verification.differs: 8 sectors"), .. told],
        ["overwritten failedBefore: stopped, and another carrier by then"] = told => [.. told[..^1], told[^1].With("proven", "no").With("failures", "identity.changed; stopped"), .. told],
        ["overwritten failedBefore: it failed and nobody says of what"] = told => [.. told[..^1], told[^1].With("proven", "no").With("failures", null), .. told],
        ["overwritten failedBefore: incomplete, and nobody stopped it"] = told => [.. told[..^1], told[^1].With("proven", "no").With("failures", "overwrite.incomplete: 1 of 2 bytes"), .. told],
        ["overwritten failedBefore: differences, then none"] = told => [.. told[..^2], told[^2].With("mismatches", "8"), .. told],
        ["overwritten failedBefore: a pass that failed, then one that did not"] = told => [.. told[..4], told[4].With("failure", "EIO"), .. told],
        ["overwritten failedBefore: bad sectors, then none"] = told => [.. told[..4], told[4].With("badSectors", "3").With("failure", "stopped"), .. told],
        ["erased failedBefore: an erase that failed, then one that did not"] = told => [.. told[..6], told[6].With("outcome", "failed").With("failure", "the drive says it failed"), .. told],
        ["overwritten otherFact: another carrier in an earlier run"] = told => [told[0], told[1].With("serial", "S4EVNX0M999999"), told[2], .. told],
        ["overwritten writtenUnasked: held, and written all the same"] = told => [.. told[..2], told[2].With("clear", "no"), told[3], .. told],
        ["overwritten writtenUnasked: asked in an earlier run only"] = told => [.. told[..3], .. told.Where(step => step.Kind != StepKinds.HoldChecked)],

        // Clocks.
        ["overwritten clockTurnedBack: an hour"] = told => [.. told[..5], .. told[5..].Select(step => step with { At = step.At.AddHours(-1) })],
        ["overwritten otherTime: the pass ended at another time than the evidence says"] = told => [.. told[..4], .. told[4..].Select(step => step with { At = step.At.AddMinutes(30) })],
        ["erased otherTime: the erase was told before it ended"] = told => [.. told.Select(step => step with { At = step.At.AddMinutes(-30) })],
    };

    public void Dispose() => _key.Dispose();

    public static TheoryData<string> Names => [.. Worse.Keys];

    public static TheoryData<string> Kinds => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_story_has_nothing_against_it(string kind) => Assert.Empty(Found(Documents[kind], ToldSteps.Of(Documents[kind])));

    [Theory]
    [MemberData(nameof(Names))]
    public void Anything_told_otherwise_is_refused_with_its_reason(string what)
    {
        var (document, key) = (Documents[what.Split(' ')[0]], what.Split(' ')[1].TrimEnd(':'));
        var findings = Found(document, Worse[what](ToldSteps.Of(document)));
        Assert.Contains($"evidence.STEPS.{key}", findings.Select(found => found.MessageKey));
        Assert.All(findings, found => Assert.Equal(RuleIds.Steps, found.Rule));
    }

    [Fact]
    public void Every_finding_there_is_was_seen()
    {
        string[] seen = [.. Worse.Keys.Select(what => what.Split(' ')[1].TrimEnd(':')).Distinct().Order()];
        string[] there = ["boundTwice", "clockTurnedBack", "failedBefore", "noBegin", "noEnd", "notInTheEvidence", "notTold", "otherEnd", "otherFact", "otherTime", "unaskedAtTheEnd", "unknownStep", "writtenUnasked"];
        Assert.Equal(there, seen);
    }

    /// <summary>What can happen to an honest station: killed, stopped, refused, started again, and begun anew.</summary>
    [Fact]
    public void What_was_cut_off_and_gone_on_with_is_no_failure()
    {
        var (once, twice) = (Document, WithStep(0, s => s with { Runs = 2 }));
        var (told, resumed) = (ToldSteps.Of(once), ToldSteps.Of(twice));
        Told stopped = told[4].With("failure", "stopped").With("acknowledgedBytes", "4096"), ended = told[^1].With("proven", "no").With("failures", "overwrite.incomplete: 4096 of 67108864 bytes; stopped");

        // Killed in the middle of the pass, or stopped there: the second run goes on.
        Assert.Empty(Found(twice, [.. told[..4], .. resumed]));
        Assert.Empty(Found(twice, [.. told[..4], stopped, ended, .. resumed]));
        Assert.Empty(Found(twice, [.. told[..4], stopped, ended.With("failures", "journal.failed: No space left on device"), .. resumed]));
        // Killed before it could tell that it had begun.
        Assert.Empty(Found(twice, [.. told[..3], .. resumed]));
        // Refused at first, and begun anew with another key when the first journal could not be gone on with.
        Assert.Empty(Found(once, [.. told[..2], At(told[2], StepKinds.Refused), .. told]));
        Assert.Empty(Found(once, [.. told[..3], told[3].With("keyFingerprint", ContentHash.Of("an earlier key"u8).ToString()), .. told]));
        // Proven, and its report lost with the machine's memory: read once more.
        Assert.Empty(Found(twice, [.. told, .. resumed]));
        // Killed between the end of the erase and the look: told again by the next run.
        var erased = ToldSteps.Of(Sampled);
        Assert.Empty(Found(Sampled, [.. erased[..7], .. erased[..3], .. erased[6..]]));
        Assert.Empty(Found(Sampled, [.. erased[..6], .. erased[..3], .. erased[6..]]));
        // Clocks are set by a little now and then.
        Assert.Empty(Found(once, [.. told[..5], .. told[5..].Select(step => step with { At = step.At.AddSeconds(-90) })]));
    }

    [Fact]
    public void Evidence_that_ends_before_the_steps_do_or_with_a_step_that_is_none_of_them()
    {
        var chain = ToldSteps.Sign(ToldSteps.Of(Document), Document.JobId, _key);
        List<StepRecord> longer = [.. chain, .. ToldSteps.Sign([ToldSteps.Of(Document)[0]], Document.JobId, _key, chain[^1])];
        string[] Keys(IReadOnlyList<StepRecord> steps, ContentHash head) => [.. StoryJudge.Judge(Document, steps, head).Select(found => found.MessageKey)];

        Assert.Equal(["evidence.STEPS.stepsAfter"], Keys(longer, chain[^1].ComputeHash()));
        Assert.Equal(["evidence.STEPS.notToTheEnd"], Keys(chain, longer[^1].ComputeHash()));
        Assert.Equal(["evidence.STEPS.notToTheEnd"], Keys([], chain[^1].ComputeHash()));
    }

    [Fact]
    public void A_failure_the_steps_call_a_success()
    {
        var failed = With(c => c with { Outcome = Outcome.Failed, Exceptions = ["verification.differs: 8 sectors"] });
        Assert.Empty(Found(failed, ToldSteps.Of(failed)));
        Assert.Equal(["evidence.STEPS.otherFact"], Found(failed, Change(ToldSteps.Of(failed), StepKinds.Finished, "proven", "yes")).Select(found => found.MessageKey));
    }

    private IReadOnlyList<RuleFinding> Found(EvidenceDocument document, IEnumerable<Told> told)
    {
        var chain = ToldSteps.Sign(told, document.JobId, _key);
        return StoryJudge.Judge(document, chain, chain[^1].ComputeHash());
    }

    private static Told At(Told step, string kind) => step with { Kind = kind };

    private static IEnumerable<Told> Without(List<Told> told, string kind) => told.Where(step => step.Kind != kind);

    private static IEnumerable<Told> Change(List<Told> told, string kind, string fact, string? value) => told.Select(step => step.Kind == kind ? step.With(fact, value) : step);

    private static IEnumerable<Told> Again(List<Told> told, string kind, Func<Told, Told> change) =>
        told.SelectMany(step => step.Kind == kind ? [step, .. told[..3], change(step)] : new[] { step });
}
