using Dxtra.Klaviyo.Local.CommandLine;
using Dxtra.Klaviyo.Local.Settings;

return await Launcher.RunAsync(args, OutsideSettings.FromEnvironment(), Console.Out, Console.Error);
