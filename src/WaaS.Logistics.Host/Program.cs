using System.CommandLine;
using WaaS.Logistics.Host.Commands;

// Before anything else: until then nobody can end the program where it is the first process.
using var ending = Ending.Listen();

var root = new RootCommand("WaaS.Logistics: returns, data sanitization with proof, refurbishment and resale of rented workplaces.")
{
    RunCommand.Create(),
    DemoCommand.Create(),
    MigrateCommand.Create(),
    TopologyCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    HealthCommand.Create(),
    EvidenceCommand.Create(),
    ScanCommand.Create(),
    BenchCommand.Create(),
};
// 'run' is the default: options alone start the product.
return await CommandLine.Invoke(root, args);
