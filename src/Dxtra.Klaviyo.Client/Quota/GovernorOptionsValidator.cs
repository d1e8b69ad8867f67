using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Client;

[OptionsValidator]
internal sealed partial class GovernorOptionsValidator : IValidateOptions<GovernorOptions>;
