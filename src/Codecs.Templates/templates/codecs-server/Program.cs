using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Notes;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(new ConcurrentDictionary<string, string>());
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(builder.Configuration.GetValue("port", 4040), listen => listen.UseConnectionHandler<NotesConnection>()));
await builder.Build().RunAsync();
