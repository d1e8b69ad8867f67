using Dxtra.Functions.Embedded.CrashHost;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

// Runs the workload to its end, be it begun by this process or by one that was killed, and writes what came of it.
// Settings: Embedded:DataDirectory, and Crash:Directory for effects.log and outcomes.json.
var builder = FunctionsApplication.CreateBuilder(args);
var directory = builder.Configuration["Crash:Directory"] ?? throw new InvalidOperationException("Crash:Directory is not set.");
builder.Services.AddSingleton(new EffectLog(Path.Combine(directory, "effects.log")));
using var host = builder.Build();
await host.StartAsync();

var workload = new Workload(host.Services.GetRequiredService<DurableTaskClient>());
await workload.SeedAsync();
Console.WriteLine("SEEDED");
await workload.FinishAsync(Path.Combine(directory, "outcomes.json"));
Console.WriteLine("FINISHED");
await host.StopAsync();
