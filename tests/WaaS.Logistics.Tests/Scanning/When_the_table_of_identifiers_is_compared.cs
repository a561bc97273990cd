using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Gs1;

namespace WaaS.Logistics.Tests.Scanning;

/// <summary>Our table and checks against the public ones, line by line.</summary>
public class When_the_table_of_identifiers_is_compared
{
    [Fact]
    public void It_holds_every_identifier()
    {
        Assert.Equal(541, AiTable.All.Count());
        Assert.All(AiTable.All, entry => Assert.Same(entry, AiTable.Find(entry.Id)));
        Assert.All(AiTable.All, entry => Assert.True(entry.LeastLength > 0 && entry.MostLength <= 90, entry.Id));
    }

    [Fact]
    public void Every_line_of_the_dictionary_says_what_ours_says()
    {
        var lines = File.ReadLines(SharedData.File("gs1-syntax-dictionary/gs1-syntax-dictionary.txt")).Where(line => line.Length > 0 && line[0] != '#').ToList();
        Assert.True(lines.Count > 200);
        foreach (var line in lines)
        {
            var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var ids = words[0].Split('-');
            var flags = words[1].Trim('*', '?').Length == 0 ? words[1] : "";
            for (var number = int.Parse(ids[0]); number <= int.Parse(ids[^1]); number++)
            {
                var entry = AiTable.Find(number.ToString().PadLeft(ids[0].Length, '0'));
                Assert.NotNull(entry);
                Assert.Equal(!flags.Contains('*'), entry.NeedsSeparator);
                Assert.Equal(flags.Contains('?'), entry.IsLinkAttribute);
                Assert.Equal(words.Any(word => word.StartsWith("dlpkey")), entry.Qualifiers is not null);
                Assert.Equal(words.FirstOrDefault(word => word.StartsWith("req="))?[4..].Split(',').Length ?? 0, entry.Needs.Length);
                Assert.Equal(words.FirstOrDefault(word => word.StartsWith("ex="))?[3..].Split(',').Length ?? 0, entry.Forbids.Length);
                Assert.Equal(words.Count(word => word.TrimStart('[') is ['N' or 'X' or 'Y' or 'Z', '.' or (>= '0' and <= '9'), ..]), entry.Parts.Length);
            }
        }
    }

    [Theory]
    [InlineData("cset82", "text82")]
    [InlineData("csum", "check-digit")]
    [InlineData("csumalpha", "check-pair")]
    [InlineData("iban", "iban")]
    [InlineData("pcenc", "percent-encoded")]
    [InlineData("yymmd0", "date-or-month")]
    [InlineData("yymmdd", "date")]
    public void Every_public_vector_of_a_check_is_judged_alike(string file, string name)
    {
        var (check, seen) = (AiPart.CheckCalled(name), 0);
        foreach (var row in File.ReadLines(SharedData.File($"gs1-syntax-dictionary/lint/{file}.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            var text = row[1].Replace("\\t", "\t").Replace("\\n", "\n").Replace("\\r", "\r").Replace("\\x1D", "\u001d").Replace("\\x1E", "\u001e");
            Assert.True(check(text).IsNone == (row[0] == "pass"), $"{file}: '{row[1]}' should {row[0]}");
            seen++;
        }
        Assert.True(seen > 5);
    }
}
