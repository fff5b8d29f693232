extern int idle;
int idle = 0;
