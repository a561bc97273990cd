using System.Collections.Concurrent;
using System.Text;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>Imports contracts without pause and remembers which the program has answered for.</summary>
internal sealed class ContractImports(HttpClient http)
{
    public const int DevicesEach = 4;

    /// <summary>The services that a contract's events go through: on servers the others need not run, and a program starts sooner without them.</summary>
    public static readonly string[] WhereTheyGo = ["--set", "Waas:Services=rentals,returns,custody"];

    private static int _next;
    private int _unanswered;

    /// <summary>Contracts whose import was answered with success.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    public ConcurrentBag<string> Refusals { get; } = [];

    /// <summary>Requests without an answer at this moment.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    public async Task Run(int clients, CancellationToken stop) => await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => Client(stop))));

    private async Task Client(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var number = $"C-{Interlocked.Increment(ref _next):D7}";
            Interlocked.Increment(ref _unanswered);
            try
            {
                using var content = new StringContent(Csv(number), Encoding.UTF8, "text/csv");
                using var answer = await http.PostAsync("/contracts/api/imports", content, stop);
                if (answer.IsSuccessStatusCode)
                    Acknowledged.Add(number);
                else
                    Refusals.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
                Interlocked.Decrement(ref _unanswered);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
            {
                // The program died under us: whether this one is saved is for the end state to show.
                return;
            }
        }
    }

    private static string Csv(string number)
    {
        var csv = new StringBuilder("contract,customer,reseller,start,termMonths,manufacturer,model,serial,carrierSlots\n");
        for (var device = 1; device <= DevicesEach; device++)
            csv.Append($"{number},Muster AG,Systemhaus Nord,2026-06-01,36,Lenovo,ThinkPad T14,SN{number[2..]}X{device},1\n");
        return csv.ToString();
    }
}
