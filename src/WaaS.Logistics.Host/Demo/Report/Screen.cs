using System.Globalization;
using Spectre.Console;
using WaaS.Logistics.Host.Demo.Acts;
using WaaS.Logistics.Host.Demo.Cast;
using WaaS.Logistics.Host.Demo.Ends;

namespace WaaS.Logistics.Host.Demo.Report;

/// <summary>Where the result goes, and where what is going on goes.</summary>
internal sealed class Screen(TextWriter output, TextWriter meanwhile, bool json)
{
    private readonly IAnsiConsole _console = Narrator.Console(output, !Console.IsOutputRedirected);

    public Narrator Narrator { get; } = Narrator.On(meanwhile, !json && !Console.IsOutputRedirected);

    public void Show(bool isRight, string? failure, Stage stage, IReadOnlyList<DeviceEnd> ends, DemoFolder folder, bool keep)
    {
        if (keep)
            WritePeople(stage.People, folder.PeopleFile);
        var certificates = ends.SelectMany(end => end.Certificates).ToList();
        if (json)
        {
            output.WriteLine(new Result(isRight, Math.Round(Narrator.Elapsed.TotalSeconds, 1), keep ? stage.Address.ToString() : null, folder.IsKept ? folder.Path : null, keep ? folder.PeopleFile : null, failure,
                [.. ends.Select(DeviceResult.Of)], stage.Refusals, certificates).ToJson());
            output.Flush();
            return;
        }
        if (failure is not null)
            _console.WriteLine($"The demo stopped: {failure}");
        if (ends.Count > 0)
            EndTable.Write(_console, ends);
        foreach (var certificate in certificates)
            _console.WriteLine(certificate);
        _console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{ends.Count(end => end.IsRight)} of {Input.Story.Parts.Count} devices ended where the rules say; {stage.Refusals.Count} forbidden acts were refused; {certificates.Count} certificate files; {Narrator.Elapsed.TotalSeconds:0} s."));
        if (keep)
            _console.WriteLine($"Look at it: {stage.Address} (who can sign in, and how: {folder.PeopleFile}). Ctrl-C ends it; the data stay in {folder.Path}");
        else
            _console.WriteLine(folder.IsKept ? $"The data stay in {folder.Path}" : "The folder is removed now, certificates and all; --keep or --data FOLDER keeps it.");
    }

    private static void WritePeople(People people, string file)
    {
        File.WriteAllLines(file, people.All.Select(person => $"{person.Name}\t{person.DisplayName}\t{string.Join(",", person.Roles)}\tpassword {person.Password}\tPIN {person.Pin}\tbadge {person.Badge}"));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
