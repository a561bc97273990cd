using CsCheck;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Pages;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.Resources;
using Xunit;

namespace WaaS.Logistics.Tests.Sanitization;

public class When_policies_and_numbers_are_read
{
    [Theory]
    [InlineData("normal", 1, Separation.None, DecidedBy.Policy)]
    [InlineData("high", 1, Separation.FourEyes, DecidedBy.Person)]
    [InlineData("very-high", 2, Separation.SixEyes, DecidedBy.Person)]
    internal void Each_need_has_its_rule(string need, int passes, Separation separation, DecidedBy by)
    {
        var rule = Some.Rule(need);
        Assert.Equal((passes, separation, by, by), (rule.Passes.Count, rule.Separation, rule.VerificationBy, rule.ValidationBy));
        Assert.Equal(100, rule.Verification.Percent);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void Media_levels_and_procedures_are_said_in_words_and_a_strange_one_as_it_is(string language)
    {
        using var _ = new InLanguage(language);
        var texts = new Texts();
        Assert.All(PolicyBook.Default.Versions.SelectMany(policy => policy.Rules), rule => Assert.NotEqual(rule.ProcedureKey, texts.Procedure(rule.ProcedureKey)));
        Assert.All(Enum.GetValues<MediaType>(), medium => Assert.Equal(texts.Of(medium), texts.Medium(StrictEnumConverter<MediaType>.NameOf(medium))));
        Assert.All(Enum.GetValues<SanitizationLevel>(), level => Assert.Equal(texts.Of(level), texts.Reached(StrictEnumConverter<SanitizationLevel>.NameOf(level))));
        Assert.Equal((language == "de" ? "magnetische Festplatte" : "magnetic hard disk", "Purge"), (texts.Medium("hdd"), texts.Reached("purge")));
        Assert.Equal(("our-own-way", "tape", "3"), (texts.Procedure("our-own-way"), texts.Medium("tape"), texts.Reached("3")));
    }

    [Theory]
    [InlineData("Normal")]
    [InlineData("")]
    [InlineData("secret")]
    public void A_need_nobody_defined_gets_no_rule(string need) => Assert.Equal("no-policy", Assert.Throws<RefusedException>(() => Some.Rule(need)).Rule);

    [Fact]
    public void The_newest_version_in_force_counts_from_its_day_in_berlin()
    {
        var first = PolicyBook.Default.Versions[0];
        var book = new PolicyBook([first, first with { Version = 2, EffectiveFrom = new DateOnly(2027, 1, 1) }]);
        Assert.Equal(1, book.InForce(new DateTime(2026, 12, 31, 22, 59, 0, DateTimeKind.Utc)).Version);
        Assert.Equal(2, book.InForce(new DateTime(2026, 12, 31, 23, 0, 0, DateTimeKind.Utc)).Version);
    }

    [Fact]
    public void Before_the_first_version_nothing_is_in_force() =>
        Assert.Equal("no-policy", Assert.Throws<RefusedException>(() => PolicyBook.Default.InForce(new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc))).Rule);

    [Fact]
    public void A_number_with_one_wrong_character_is_none()
    {
        const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        Gen.Select(Gen.Int[2, 13], Gen.Int[0, Letters.Length - 1]).Sample((place, letter) =>
        {
            var number = RecordNumber.New("C");
            Assert.True(RecordNumber.IsWellFormed(number));
            if (number[place] == '-' || number[place] == Letters[letter])
                return;
            var wrong = number[..place] + Letters[letter] + number[(place + 1)..];
            Assert.False(RecordNumber.IsWellFormed(wrong), $"{number} {wrong}");
        }, iter: 2000);
    }

    [Fact]
    public void A_hold_until_a_day_ends_with_that_day_in_berlin()
    {
        var hold = new WipeHold(Guid.NewGuid(), HoldKind.ExtensionAgreed, "goes on", new DateOnly(2026, 12, 31), Some.Anna, Some.Now);
        Assert.True(hold.IsInForce(new DateTime(2026, 12, 31, 22, 59, 0, DateTimeKind.Utc)));
        Assert.False(hold.IsInForce(new DateTime(2026, 12, 31, 23, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void A_hold_without_an_end_stands_until_a_person_lifts_it()
    {
        var hold = new WipeHold(Guid.NewGuid(), HoldKind.Legal, "court", null, Some.Anna, Some.Now);
        Assert.True(hold.IsInForce(Some.Now.AddYears(9)));
        Assert.Equal("person-needed", Assert.Throws<RefusedException>(() => hold.Lift("x", Actor.Policy, Some.Now)).Rule);
        hold.Lift("settled", Some.Bert, Some.Now);
        Assert.False(hold.IsInForce(Some.Now));
    }
}
